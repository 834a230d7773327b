package com.barraiser.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.datasets.Format;
import com.barraiser.datasets.Table;
import com.barraiser.datasets.read.Source;
import com.barraiser.datasets.read.TableReader;
import com.barraiser.datasets.write.TableWriter;
import com.barraiser.testing.Sample;
import com.barraiser.testing.WithSpark;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What default values look up is found in tables of every format. */
@WithSpark
class TablesTest {

  private static final Table VISITS =
      Table.named("visits")
          .required("day", DataTypes.DateType)
          .required("at", DataTypes.TimestampType)
          .build();

  private final SparkSession spark;

  @TempDir private Path folder;

  TablesTest(SparkSession spark) {
    this.spark = spark;
  }

  @Tag(Sample.TAG)
  @ParameterizedTest
  @MethodSource("com.barraiser.testing.Sample#formats")
  void latestDayAndTimeAreFoundInEveryFormat(Format format) {
    Row earlier = row("2023-12-31", "2024-01-02T00:00:00.000001Z");
    Row later = row("2024-01-01", "2023-12-31T00:00:00Z");
    Tables tables = tables(format, List.of(earlier, later));
    assertThat(tables.latestDate("visits", "day")).isEqualTo("2024-01-01");
    assertThat(tables.latestIfAny("visits", "at")).contains(earlier.getInstant(1));
  }

  private static Row row(String day, String time) {
    return RowFactory.create(LocalDate.parse(day), Instant.parse(time));
  }

  private Tables tables(Format format, List<Row> rows) {
    String place = folder.resolve("visits." + format.key()).toString();
    Dataset<Row> visits = spark.createDataFrame(rows, VISITS.schema()).coalesce(1);
    TableWriter.write(visits, format, place);
    Source source = Source.at(spark.sessionState().newHadoopConf(), place);
    return new Tables(Map.of("visits", TableReader.open(spark, VISITS, source).rows()), Map.of());
  }
}
