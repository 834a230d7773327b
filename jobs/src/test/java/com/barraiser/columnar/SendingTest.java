package com.barraiser.columnar;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.testing.WithSpark;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scala.Tuple2;

/** Rows of every width are sent whole, once and to their partition. */
@WithSpark
class SendingTest {

  private static final int ROWS = 20_000;

  private final JavaSparkContext context;

  SendingTest(SparkSession spark) {
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
  }

  /** Partitions so few that blocks are as large as they get, or so many that they are small. */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 3", "3, 1", "3, 3", "4, 3", "1, 5000", "3, 70000", "4, 70000"})
  void rowsOfEveryWidthAreSent(int width, int partitions) {
    List<Tuple2<Integer, Block>> sent =
        context
            .parallelize(IntStream.range(0, ROWS).boxed().toList(), 2)
            .mapPartitions(rows -> sent(rows, width, partitions).iterator())
            .collect();
    List<Integer> arrived = new ArrayList<>();
    for (Tuple2<Integer, Block> block : sent) {
      List<Integer> rows = rows(block._2(), width);
      assertThat(rows).isNotEmpty().allMatch(row -> row % partitions == block._1());
      arrived.addAll(rows);
    }
    assertThat(arrived)
        .hasSize(ROWS)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, ROWS).boxed().toList());
  }

  /** What waits counts as memory of the task, and nothing does when all of it was taken. */
  private static List<Tuple2<Integer, Block>> sent(
      Iterator<Integer> rows, int width, int partitions) {
    List<Tuple2<Integer, Block>> sent = new ArrayList<>();
    Sending<Integer> sending =
        new Sending<>(rows, out -> new Numbers(width, partitions, out), partitions);
    while (sending.hasNext()) {
      assertThat(memory()).isPositive();
      sent.add(sending.next());
    }
    assertThat(memory()).isZero();
    return sent;
  }

  private static long memory() {
    return TaskContext.get().taskMemoryManager().getMemoryConsumptionForThisTask();
  }

  private static boolean isOdd(int row) {
    return row % 10 == 7;
  }

  /** The numbers of a block, whose further cells and texts are to go with them. */
  private static List<Integer> rows(Block block, int width) {
    List<Integer> rows = new ArrayList<>();
    long[] cells = block.cells();
    if (block.kind() == Block.Kind.ODD) {
      assertThat(cells).hasSize(block.texts().length * (width - 1));
      for (UTF8String text : block.texts()) {
        int row = Integer.parseInt(text.toString());
        for (int cell = 0; cell < width - 1; cell++) {
          assertThat(cells[rows.size() * (width - 1) + cell]).isEqualTo(row - cell);
        }
        rows.add(row);
      }
      return rows;
    }
    assertThat(cells.length % width).isZero();
    for (int i = 0; i < cells.length; i += width) {
      for (int cell = 0; cell < width; cell++) {
        assertThat(cells[i + cell]).isEqualTo(cells[i] - cell);
      }
      rows.add((int) cells[i]);
    }
    return rows;
  }

  /** Sends a number and those below it; odd ones as a text. */
  private static final class Numbers implements Sender<Integer> {

    private final int width;
    private final int partitions;
    private final Outgoing out;

    Numbers(int width, int partitions, Outgoing out) {
      this.width = width;
      this.partitions = partitions;
      this.out = out;
    }

    @Override
    public void accept(Integer row) {
      int partition = row % partitions;
      if (isOdd(row)) {
        long[] further = LongStream.range(0, width - 1).map(cell -> row - cell).toArray();
        out.addOdd(partition, further, UTF8String.fromString(row.toString()));
        return;
      }
      switch (width) {
        case 1 -> out.add(partition, row);
        case 2 -> out.add(partition, row, row - 1);
        case 3 -> out.add(partition, row, row - 1, row - 2);
        default -> out.add(partition, row, row - 1, row - 2, row - 3);
      }
    }
  }
}
