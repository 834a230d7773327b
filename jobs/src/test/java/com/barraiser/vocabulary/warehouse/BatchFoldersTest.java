package com.barraiser.vocabulary.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.questions.shippedrevenue.ShippedRevenue;
import com.barraiser.testing.WithSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken for a batch. */
@WithSpark
class BatchFoldersTest {

  private final SparkSession spark;

  @TempDir private Path folder;

  BatchFoldersTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void hiddenFoldersAreNoBatchesAndOthersComeByTheirNames() throws IOException {
    for (String batch : new String[] {"2", "1[a]", "_tmp-3", ".4", "5T10:00"}) {
      Path place = Files.createDirectories(folder.resolve("in").resolve(batch));
      Files.writeString(place.resolve("orders.json"), "");
    }
    Warehouse warehouse = Warehouse.at(spark, folder.resolve("warehouse").toString());
    assertThat(
            new BatchFolders(new ShippedRevenue())
                .arrivals(warehouse, folder.resolve("in").toString(), Map.of()))
        .allSatisfy(batch -> assertThat(batch.tables().table("orders").count()).isZero())
        .extracting(Arrival::name)
        .containsExactly("1[a]", "2", "5T10:00");
  }
}
