package com.barraiser.datasets.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.barraiser.datasets.Field;
import com.barraiser.datasets.Field.Presence;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/**
 * Turns the text of one cell into the value of its column: text becomes its bytes in UTF-8, which
 * is what Spark makes of it anyway, a whole number a {@code Long}, a truth value a {@code Boolean},
 * a timestamp microseconds and a date days since the epoch, a decimal a {@code BigDecimal} of its
 * column's scale.
 */
final class CellParser implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final Set<DataType> TYPES =
      Set.of(
          DataTypes.StringType,
          DataTypes.TimestampType,
          DataTypes.DateType,
          DataTypes.LongType,
          DataTypes.IntegerType,
          DataTypes.BooleanType);

  private static final String NOT_WHOLE = " is not a whole number";
  private static final String NOT_DECIMAL = " is not a decimal number";
  private static final String NOT_TRUTH = " is neither true nor false";
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]+");
  private static final Pattern DECIMAL =
      Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,9})?");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /** What a value is while its line is read. */
  enum Form {
    /** Text, which lies among the line's bytes. */
    TEXT,
    /** A whole number, an instant or a day. */
    NUMBER,
    /** Any other. */
    OBJECT
  }

  private final String column;

  /** Each of {@link #TYPES} is an object that can be sent, which their common type does not say. */
  @SuppressWarnings("serial")
  private final DataType type;

  private final Form form;
  private final boolean isNumber;
  private final boolean isDecimal;
  private final boolean isTruth;
  private final boolean required;
  private final boolean mayBeEmpty;

  CellParser(Field field) {
    this.isDecimal = field.type() instanceof DecimalType;
    if (!isDecimal && !TYPES.contains(field.type())) {
      throw new IllegalArgumentException(
          "column " + field.name() + ": text is not read as " + field.type().sql() + " yet");
    }
    this.column = field.name();
    this.type = field.type();
    this.isNumber =
        isDecimal || type.equals(DataTypes.LongType) || type.equals(DataTypes.IntegerType);
    this.isTruth = type.equals(DataTypes.BooleanType);
    this.form =
        type.equals(DataTypes.StringType)
            ? Form.TEXT
            : isDecimal || isTruth ? Form.OBJECT : Form.NUMBER;
    this.required = field.required();
    this.mayBeEmpty = field.presence() != Presence.IDENTIFIER;
  }

  /** The type of the values that {@link #parse} gives. */
  DataType parsedType() {
    return switch (form) {
      case TEXT -> DataTypes.BinaryType;
      case NUMBER -> DataTypes.LongType;
      case OBJECT -> type;
    };
  }

  /** What the column's values are while a line is read. */
  Form form() {
    return form;
  }

  /** Reads a cell; null stands for a cell that is absent. */
  Object parse(String text) throws RejectedRowException {
    if (text == null) {
      return absent();
    }
    if (!isUnicode(text)) {
      throw new RejectedRowException(column + " is not Unicode text");
    }
    if (form == Form.TEXT) {
      checkText(text.length());
      return text.getBytes(UTF_8);
    }
    if (isDecimal) {
      return decimal(text);
    }
    if (isNumber) {
      return number(text);
    }
    if (isTruth) {
      return truth(text);
    }
    if (type.equals(DataTypes.DateType)) {
      return date(text);
    }
    byte[] bytes = text.getBytes(UTF_8);
    return time(bytes, 0, bytes.length);
  }

  /**
   * Reads a cell of the form {@link Form#NUMBER}, the bytes of a line from {@code start} to {@code
   * end}: printable ASCII, of a number at most 18 digits.
   */
  long parseNumber(byte[] line, int start, int end) throws RejectedRowException {
    if (type.equals(DataTypes.TimestampType)) {
      return time(line, start, end);
    }
    return isNumber
        ? inRange(digits(line, start, end))
        : date(new String(line, start, end - start, ISO_8859_1));
  }

  /** Reads a cell of the form {@link Form#OBJECT}: a word, or a whole number of such digits. */
  Object parseObject(byte[] line, int start, int end) throws RejectedRowException {
    return isDecimal
        ? decimal(BigDecimal.valueOf(digits(line, start, end)))
        : truth(new String(line, start, end - start, ISO_8859_1));
  }

  /** Rejects an empty text where the column has none. */
  void checkText(int length) throws RejectedRowException {
    if (length == 0 && !mayBeEmpty) {
      throw new RejectedRowException(column + " is empty");
    }
  }

  /** Whether the column holds numbers, which JSON writes without quotes. */
  boolean isNumber() {
    return isNumber;
  }

  /** Whether the column holds truth values, which JSON writes without quotes. */
  boolean isTruth() {
    return isTruth;
  }

  /** Whether the column's numbers may have a fraction. */
  boolean isDecimal() {
    return isDecimal;
  }

  private long inRange(long value) throws RejectedRowException {
    if (type.equals(DataTypes.IntegerType) && value != (int) value) {
      throw new RejectedRowException(column + " is beyond 32 bits");
    }
    return value;
  }

  /** The number that at most 18 digits, perhaps with a minus, stand for. */
  private static long digits(byte[] line, int start, int end) {
    boolean negative = line[start] == '-';
    long value = 0;
    for (int at = negative ? start + 1 : start; at < end; at++) {
      value = 10 * value + line[at] - '0';
    }
    return negative ? -value : value;
  }

  /** The rejection of a cell that holds another kind of JSON value than its column does. */
  RejectedRowException wrongKind() {
    if (isDecimal) {
      return new RejectedRowException(column + NOT_DECIMAL);
    }
    if (isTruth) {
      return new RejectedRowException(column + NOT_TRUTH);
    }
    return new RejectedRowException(column + (isNumber ? NOT_WHOLE : " is not text"));
  }

  private Object number(String text) throws RejectedRowException {
    if (!WHOLE_NUMBER.matcher(text).matches()) {
      throw new RejectedRowException(column + NOT_WHOLE);
    }
    try {
      return inRange(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw new RejectedRowException(column + " is beyond 64 bits");
    }
  }

  private Boolean truth(String text) throws RejectedRowException {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new RejectedRowException(column + NOT_TRUTH);
    };
  }

  private BigDecimal decimal(String text) throws RejectedRowException {
    if (!DECIMAL.matcher(text).matches()) {
      throw new RejectedRowException(column + NOT_DECIMAL);
    }
    try {
      return decimal(new BigDecimal(text));
    } catch (ArithmeticException | NumberFormatException e) {
      throw beyond();
    }
  }

  /** Exactly: what the column's scale cannot hold is not rounded. */
  private BigDecimal decimal(BigDecimal value) throws RejectedRowException {
    DecimalType decimal = (DecimalType) type;
    if (value.signum() == 0) {
      return BigDecimal.ZERO.setScale(decimal.scale());
    }
    // Looked at first: a number such as 1e999999999 has no room to be written out.
    long wholeDigits = (long) value.precision() - value.scale();
    if (wholeDigits > decimal.precision() - decimal.scale()) {
      throw beyond();
    }
    BigDecimal exact = value.stripTrailingZeros();
    if (exact.scale() > decimal.scale()) {
      throw new RejectedRowException(column + " has more than " + decimal.scale() + " decimals");
    }
    return exact.setScale(decimal.scale());
  }

  private RejectedRowException beyond() {
    return new RejectedRowException(column + " is beyond " + type.sql());
  }

  private Long date(String text) throws RejectedRowException {
    try {
      if (DATE.matcher(text).matches()) {
        return LocalDate.parse(text).toEpochDay();
      }
    } catch (DateTimeException e) {
      // No such day: the same as any other text.
    }
    throw new RejectedRowException(column + " is not an ISO-8601 date");
  }

  private long time(byte[] text, int start, int end) throws RejectedRowException {
    try {
      return IsoTimestamp.micros(text, start, end);
    } catch (DateTimeException e) {
      throw new RejectedRowException(column + " is not an ISO-8601 date-time");
    }
  }

  private Object absent() throws RejectedRowException {
    if (!required) {
      return null;
    }
    throw new RejectedRowException(column + " is missing");
  }

  /** A half of a surrogate pair has no UTF-8 form: two such texts would become one and the same. */
  static boolean isUnicode(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean paired =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!paired) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
