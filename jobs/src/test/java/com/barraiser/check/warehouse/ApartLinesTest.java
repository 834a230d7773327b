package com.barraiser.check.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.datasets.tables.ShippingOrders;
import com.barraiser.vocabulary.warehouse.Sequence;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines of a sequence get keys of their own, and are otherwise what they were. */
class ApartLinesTest {

  private static final ApartLines APART =
      new ApartLines(
          ShippingOrders.TABLE,
          Set.of(ShippingOrders.ORDER_ID, ShippingOrders.CUSTOMER_ID, ShippingOrders.SHIP_TS),
          new Sequence("moves", "nothing", List.of()),
          1);

  @Test
  void keysAreChangedByTheirTypes() {
    assertThat(
            APART.line(
                """
                {"order_id":"ö/1","customer_id":-3,"ship_ts":"2024-03-01T23:59:59.999999Z"}"""))
        .isEqualTo(
            """
            {"order_id":"moves.ö/1","customer_id":-4294967299,"ship_ts":"2032-05-18T23:59:59.999999Z"}""");
  }

  @Test
  void largestNumberStaysANumberOfItsType() {
    assertThat(APART.line("{\"customer_id\":9223372036854775807}"))
        .isEqualTo("{\"customer_id\":9223372032559808511}");
  }

  @Test
  void timesKeepTheirOffset() {
    assertThat(APART.line("{\"ship_ts\":\"2024-03-01T00:00:00+05:30\"}"))
        .isEqualTo("{\"ship_ts\":\"2032-05-18T00:00:00+05:30\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"sku_id\":\"s1\",\"price\":10.00}",
        "{\"price\":9999999999999999.99,\"updated_at\":\"2024-03-01T00:00:00Z\"}",
        "{\"order_id\":null,\"customer_id\":null,\"ship_ts\":null}",
        "{\"order_id\":1,\"customer_id\":\"x\",\"ship_ts\":\"soon\"}",
        "{\"customer_id\":9223372036854775808}",
        "{\"customer_id\":1.5}",
        "{\"order_id\":",
        "[1]",
        ""
      })
  void everythingElseStaysAsItIs(String line) {
    assertThat(APART.line(line)).isEqualTo(line);
  }
}
