package com.barraiser.columnar;

import java.io.Serializable;

/** Makes the sender of a task. */
@FunctionalInterface
public interface SenderSupplier<T> extends Serializable {

  /** A sender, and where its rows go. */
  Sender<T> sender(Outgoing out);
}
