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
    for (String batch : new String[] {"2", "1[a]", "1a", "_tmp-3", ".4", "5T10:00"}) {
      Path place = Files.createDirectories(folder.resolve("in").resolve(batch));
      String order =
          """
          {"order_id":"%s","customer_id":1,"sku_id":"s","order_ts":"2024-03-01T00:00:00Z",\
          "price":1.00,"updated_at":"2024-03-01T00:00:00Z"}
          """;
      Files.writeString(place.resolve("orders.json"), order.formatted(batch));
    }
    Warehouse warehouse = Warehouse.at(spark, folder.resolve("warehouse").toString());
    assertThat(
            new BatchFolders(new ShippedRevenue())
                .arrivals(warehouse, folder.resolve("in").toString(), Map.of()))
        .allSatisfy(
            batch ->
                assertThat(batch.tables().table("orders").head().<String>getAs("order_id"))
                    .isEqualTo(batch.name()))
        .extracting(Arrival::name)
        .containsExactly("1[a]", "1a", "2", "5T10:00");
  }
}
