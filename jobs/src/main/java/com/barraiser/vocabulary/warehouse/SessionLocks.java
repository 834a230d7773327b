package com.barraiser.vocabulary.warehouse;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.spark.sql.SparkSession;

/**
 * A lock for each session, whose settings, views and current database are its own. A session's own
 * monitor is one that Spark itself takes, in other threads.
 */
final class SessionLocks {

  private static final Map<SparkSession, Object> LOCKS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private SessionLocks() {}

  /** The lock of a session. */
  static Object of(SparkSession spark) {
    return LOCKS.computeIfAbsent(spark, session -> new Object());
  }
}
