package com.barraiser.datasets.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.barraiser.datasets.tables.OrderEvents;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Writes small files of order events and opens them. */
final class EventFiles {

  static final String HEADER = "order_id,event_time,status,extra\n";

  private final SparkSession spark;
  private final Path folder;

  EventFiles(SparkSession spark, Path folder) {
    this.spark = spark;
    this.folder = folder;
  }

  /** A line of JSON for an order, at a fixed time. */
  static String event(String orderId) {
    return "{\"order_id\":\"%s\",\"event_time\":\"2024-03-01T10:15:30Z\",\"status\":\"PLACED\"}"
        .formatted(orderId);
  }

  /** A line of CSV for an order, at a fixed time. */
  static String csvEvent(String orderId) {
    return orderId + ",2024-03-01T10:15:30Z,PLACED,\n";
  }

  /** Writes a file, compressed if its name says so. */
  EventFiles write(String file, String text) {
    return write(file, text.getBytes(UTF_8));
  }

  EventFiles write(String file, byte[] bytes) {
    Path path = folder.resolve(file);
    try {
      Files.createDirectories(path.getParent());
      try (OutputStream out = compressed(file, Files.newOutputStream(path))) {
        out.write(bytes);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TableInput open(String location) {
    String place = location.isEmpty() ? folder.toString() : folder + "/" + location;
    Source source = Source.at(spark.sessionState().newHadoopConf(), place);
    return TableReader.open(spark, OrderEvents.TABLE, source);
  }

  List<String> orderIds(String location) {
    return orderIds(open(location).rows());
  }

  /** The order ids, sorted. */
  static List<String> orderIds(Dataset<Row> rows) {
    return rows.collectAsList().stream()
        .map(row -> row.<String>getAs(OrderEvents.ORDER_ID))
        .sorted()
        .toList();
  }

  /** A Dataset of events; each is order id, time, status and further fields. */
  Dataset<Row> events(Object[]... events) {
    List<Row> rows = Arrays.stream(events).map(org.apache.spark.sql.RowFactory::create).toList();
    return spark.createDataFrame(rows, OrderEvents.TABLE.schema());
  }

  private OutputStream compressed(String file, OutputStream out) throws IOException {
    CompressionCodec codec =
        new CompressionCodecFactory(spark.sessionState().newHadoopConf())
            .getCodec(new org.apache.hadoop.fs.Path(folder + "/" + file.toLowerCase(Locale.ROOT)));
    return codec == null ? out : codec.createOutputStream(out);
  }
}
