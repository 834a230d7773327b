package com.barraiser.datasets.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.barraiser.datasets.Field;
import com.barraiser.datasets.Field.Presence;
import java.io.Serializable;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Turns the text of one cell into the value of its column: text becomes its bytes in UTF-8, which
 * is what Spark makes of it anyway, a whole number a {@code Long}, a timestamp microseconds since
 * the epoch.
 */
final class CellParser implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final Set<DataType> TYPES =
      Set.of(DataTypes.StringType, DataTypes.TimestampType, DataTypes.LongType);

  private static final String NOT_WHOLE = " is not a whole number";
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]+");

  private final String column;
  private final DataType type;
  private final boolean isNumber;
  private final boolean isText;
  private final boolean required;
  private final boolean mayBeEmpty;

  CellParser(Field field) {
    if (!TYPES.contains(field.type())) {
      throw new IllegalArgumentException(
          "column " + field.name() + ": text is not read as " + field.type().sql() + " yet");
    }
    this.column = field.name();
    this.type = field.type();
    this.isNumber = type.equals(DataTypes.LongType);
    this.isText = type.equals(DataTypes.StringType);
    this.required = field.required();
    this.mayBeEmpty = field.presence() != Presence.IDENTIFIER;
  }

  /** The type of the values that {@link #parse} gives. */
  DataType parsedType() {
    return isText ? DataTypes.BinaryType : DataTypes.LongType;
  }

  /** Reads a cell; null stands for a cell that is absent. */
  Object parse(String text) throws RejectedRowException {
    if (text == null) {
      return absent();
    }
    if (!isUnicode(text)) {
      throw new RejectedRowException(column + " is not Unicode text");
    }
    if (isText) {
      return nonEmpty(text.getBytes(UTF_8));
    }
    return isNumber ? number(text) : time(text);
  }

  /** Reads a cell of printable ASCII, the bytes of a line from {@code start} to {@code end}. */
  Object parseAscii(byte[] line, int start, int end) throws RejectedRowException {
    return isText
        ? nonEmpty(Arrays.copyOfRange(line, start, end))
        : parse(new String(line, start, end - start, ISO_8859_1));
  }

  /** Whether the column holds whole numbers, which JSON writes without quotes. */
  boolean isNumber() {
    return isNumber;
  }

  /** The rejection of a cell that holds another kind of JSON value than its column does. */
  RejectedRowException wrongKind() {
    return new RejectedRowException(column + (isNumber ? NOT_WHOLE : " is not text"));
  }

  private Long number(String text) throws RejectedRowException {
    if (!WHOLE_NUMBER.matcher(text).matches()) {
      throw new RejectedRowException(column + NOT_WHOLE);
    }
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      throw new RejectedRowException(column + " is beyond 64 bits");
    }
  }

  private Long time(String text) throws RejectedRowException {
    try {
      return IsoTimestamp.micros(text);
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

  private byte[] nonEmpty(byte[] text) throws RejectedRowException {
    if (text.length == 0 && !mayBeEmpty) {
      throw new RejectedRowException(column + " is empty");
    }
    return text;
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
