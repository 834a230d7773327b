package com.barraiser.bench;

import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Ways to answer one exercise, which start from the same input with one setting. */
public interface Contest {

  /** What is measured, and how often. */
  Setup setup();

  /** Those to be measured, in the order in which they are named, peers last; to be closed. */
  List<Contender> contenders(SparkSession spark);

  /** The one whose answer is right; to be closed. */
  Contender recommended(SparkSession spark);
}
