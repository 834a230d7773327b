package com.barraiser.testing;

import com.barraiser.datasets.SparkSettings;
import com.barraiser.datasets.local.LocalFiles;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a {@link SparkSession}, one for the whole JVM. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithSpark.Extension.class)
public @interface WithSpark {

  /** Starts the session when the first test asks for it. */
  final class Extension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType().equals(SparkSession.class);
    }

    @Override
    public SparkSession resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return Shared.SESSION;
    }
  }

  /** Holds the session. */
  final class Shared {

    private static final SparkSession SESSION =
        SparkSettings.applyTo(LocalFiles.applyTo(SparkSession.builder()))
            .master("local[2]")
            .appName("tests")
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            // Thousands of tiny plans: what is compiled runs once. Processes of their own compile.
            .config("spark.sql.codegen.wholeStage", false)
            .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
            .config("spark.sql.shuffle.partitions", 3)
            .config("spark.databricks.delta.snapshotPartitions", 1)
            .config("spark.sql.warehouse.dir", "target/warehouse")
            .getOrCreate();

    private Shared() {}
  }
}
