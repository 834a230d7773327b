package com.barraiser.check.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.barraiser.datasets.tables.ShippingOrders;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines of a sequence get keys of their own, and are otherwise what they were. */
class NamespacedLinesTest {

  private static final NamespacedLines NAMESPACED =
      new NamespacedLines(
          ShippingOrders.TABLE,
          Set.of(ShippingOrders.ORDER_ID, ShippingOrders.CUSTOMER_ID, ShippingOrders.SHIP_TS),
          "moves",
          1);

  @Test
  void keysAreChangedByTheirTypes() {
    assertThat(NAMESPACED.line(order("\"ö/1\"", "-3", "\"2024-03-01T23:59:59.999999Z\"")))
        .isEqualTo(order("\"moves.ö/1\"", "-4294967299", "\"2032-05-18T23:59:59.999999Z\""));
  }

  @Test
  void largestNumberStaysOneOf64Bits() {
    assertThat(NAMESPACED.line(order("\"o\"", "9223372036854775807", "null")))
        .isEqualTo(order("\"moves.o\"", "9223372032559808511", "null"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-03-01T05:30:00+05:30",
        "2024-03-01T05:30+0530",
        "2024-03-01t00:00:00",
        "2024-03-01T00:00:00,0000000009Z"
      })
  void timesMoveInAllNotations(String time) {
    assertThat(NAMESPACED.line(order("\"o\"", "1", '"' + time + '"')))
        .isEqualTo(order("\"moves.o\"", "4294967297", "\"2032-05-18T00:00:00Z\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\", 1, null",
        "null, 1, null",
        "\"\\ud800\", 1, null",
        "\"o\", null, null",
        "\"o\", 9223372036854775808, null",
        "\"o\", 1, \"soon\"",
      })
  void rejectedLinesStayAsTheyAre(String cells) {
    String[] cell = cells.split(", ");
    String line = order(cell[0], cell[1], cell[2]);
    assertThat(NAMESPACED.line(line)).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"order_id\":", "[1]", "", "{}"})
  void linesThatAreNoRowsStayAsTheyAre(String line) {
    assertThat(NAMESPACED.line(line)).isEqualTo(line);
  }

  @Test
  void fieldThatIsGivenTwiceStaysRejected() {
    String line = order("\"o\"", "1", "null").replace("{", "{\"order_id\":\"p\",");
    assertThat(NAMESPACED.line(line)).isEqualTo(line);
  }

  @Test
  void keysOfOtherTypesAreRefused() {
    NamespacedLines byPrice =
        new NamespacedLines(ShippingOrders.TABLE, Set.of(ShippingOrders.PRICE), "moves", 1);
    assertThatThrownBy(() -> byPrice.line(order("\"o\"", "1", "null")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("price");
  }

  /** A line whose price has two digits after the point, which it keeps. */
  private static String order(String id, String customer, String shipped) {
    return """
        {"order_id":%s,"customer_id":%s,"sku_id":"s","order_ts":"2024-03-01T00:00:00Z",\
        "ship_ts":%s,"price":9999999999999999.90,"updated_at":"2024-03-01T00:00:00Z"}"""
        .formatted(id, customer, shipped);
  }
}
