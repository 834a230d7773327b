package com.barraiser.questions.categoryshare.solutions;

import static com.barraiser.questions.categoryshare.CategoryShare.MONEY;
import static java.util.Comparator.comparing;

import com.barraiser.columnar.TaskMemory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;

/** The best categories of a marketplace so far, and what all of them brought in. */
final class Ranking {

  /** A marketplace without any place yet. */
  private static final int BYTES_PER_RANKING = 300;

  /** A category's sum, in the heap. */
  private static final int BYTES_PER_PLACE = 150;

  private static final Comparator<Place> BEST_FIRST =
      comparing(Place::units).reversed().thenComparing(Place::category);

  private final UTF8String marketplace;
  private final int top;
  private final TaskMemory memory;
  private final PriorityQueue<Place> places = new PriorityQueue<>(BEST_FIRST.reversed());
  private BigInteger total = BigInteger.ZERO;

  Ranking(UTF8String marketplace, int top, TaskMemory memory) {
    memory.reserve(BYTES_PER_RANKING);
    this.marketplace = marketplace;
    this.top = top;
    this.memory = memory;
  }

  /** The marketplace's id. */
  UTF8String marketplace() {
    return marketplace;
  }

  /** Takes all that a category brought in, in the smallest unit of money. */
  void add(UTF8String category, BigInteger units) {
    total = total.add(units);
    if (places.size() < top) {
      memory.reserve(BYTES_PER_PLACE);
      places.add(new Place(category, units));
    } else if (BEST_FIRST.compare(new Place(category, units), places.peek()) < 0) {
      places.remove();
      places.add(new Place(category, units));
    }
  }

  /** Rows of the answer, the first rank first. */
  Stream<InternalRow> rows() {
    List<Place> ranked = places.stream().sorted(BEST_FIRST).toList();
    Decimal all = money(total);
    return IntStream.range(0, ranked.size()).mapToObj(i -> row(ranked.get(i), all, i + 1));
  }

  private InternalRow row(Place place, Decimal all, int rank) {
    Decimal revenue = money(place.units);
    Double share = total.signum() == 0 ? null : revenue.toDouble() / all.toDouble();
    return new GenericInternalRow(
        new Object[] {marketplace, place.category, revenue, all, share, rank});
  }

  private static Decimal money(BigInteger units) {
    return Decimal.apply(new BigDecimal(units, MONEY.scale()), MONEY.precision(), MONEY.scale());
  }

  private record Place(UTF8String category, BigInteger units) {}
}
