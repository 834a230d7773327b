package com.barraiser.columnar;

import java.io.Serializable;

/** Makes the sender of a task. */
@FunctionalInterface
public interface SenderSupplier<T> extends Serializable {

  /** A sender whose rows go to where it is told. */
  Sender<T> sender(Outgoing out);
}
