package com.barraiser.columnar;

import static com.barraiser.columnar.Scans.assertReadExactly;
import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.testing.CompilingSessions;
import com.barraiser.testing.WithSpark;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A text has its own key, wherever the file keeps it, and is asked for it once in a dictionary. */
@WithSpark
class TextKeysTest {

  private final SparkSession spark;

  @TempDir private Path folder;

  TextKeysTest(SparkSession spark) {
    this.spark = CompilingSessions.of(spark);
  }

  @Test
  void oneTaskReadsTheDictionariesOfManyFilesAndRowGroups() {
    String place = folder.resolve("files").toString();
    for (String letter : List.of("x", "y", "z")) {
      spark
          .range(0, 20_000, 1, 1)
          .selectExpr("if(id %% 7 = 0, null, concat('%s', id div 500)) AS text".formatted(letter))
          .write()
          .mode("append")
          .option("parquet.block.size", "4096")
          .parquet(place);
    }
    spark.conf().set("spark.sql.files.minPartitionNum", 1);
    Dataset<Row> rows = spark.read().parquet(place);
    assertThat(rows.rdd().getNumPartitions()).isOne();
    assertReadExactly(rows);
  }

  @Test
  void columnThatLeavesItsDictionaryIsRead() {
    String place = folder.resolve("left").toString();
    spark
        .range(0, 20_000, 1, 1)
        .selectExpr("concat('t', if(id < 9500, id % 10, id)) AS text")
        .write()
        .option("parquet.dictionary.page.size", 2_048)
        .option("parquet.page.row.count.limit", 1_000)
        .parquet(place);
    assertReadExactly(spark.read().parquet(place));
  }

  @Test
  void textOfADictionaryIsAskedForOnce() {
    String place = folder.resolve("ten").toString();
    spark.range(0, 20_000, 1, 1).selectExpr("concat('t', id % 10) AS text").write().parquet(place);
    List<Long> asked =
        ColumnarScan.of(spark.read().parquet(place))
            .orElseThrow()
            .shuffled(1, Asking::new)
            .map(block -> block.cells()[0])
            .collect();
    assertThat(asked).containsExactly(10L);
  }

  /** Sends how often the key of a text was asked for. */
  private static final class Asking implements Sender<Batch> {

    private final Outgoing out;
    private final TextKeys keys;
    private long asked;

    Asking(Outgoing out) {
      this.out = out;
      this.keys = new TextKeys(TaskMemory.ofThisTask(), 0, text -> ++asked);
    }

    @Override
    public void accept(Batch batch) {
      keys.turnTo(batch);
      for (int i = 0; i < batch.rows(); i++) {
        keys.at(batch.position(i));
      }
    }

    @Override
    public void end() {
      out.add(0, asked, 0);
    }
  }
}
