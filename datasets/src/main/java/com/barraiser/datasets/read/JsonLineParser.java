package com.barraiser.datasets.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.barraiser.datasets.Field;
import com.barraiser.datasets.Table;
import com.barraiser.datasets.Utf8;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Reads one line of JSON Lines into the cells of a table.
 *
 * <p>A line is one JSON object in UTF-8. A byte-order mark before it is ignored. A field that is
 * given twice makes the line ambiguous, so the line is rejected rather than one of the two dropped.
 */
final class JsonLineParser implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final String MALFORMED = "not valid JSON";

  /** Numbers are kept as they are written and never computed with, so their length is no danger. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .build();

  private final PlainLineParser plainLines;
  private final ArrayList<CellParser> cells = new ArrayList<>();
  private final HashMap<String, Integer> positions = new HashMap<>();
  private final int rest;

  JsonLineParser(Table table) {
    plainLines = new PlainLineParser(table);
    rest = table.rest().map(table.columns()::indexOf).orElse(-1);
    for (Field field : table.fields()) {
      if (cells.size() != rest) {
        positions.put(field.name(), cells.size());
      }
      cells.add(new CellParser(field));
    }
  }

  /** In what form plain lines give a field. */
  CellParser.Form form(int field) {
    return cells.get(field).form();
  }

  /** Reads a line into cells if it is a plain one; any other is for {@link #parseOther}. */
  boolean parsePlain(byte[] line, int start, int end, PlainCells into) {
    return plainLines.parse(line, start, end, into);
  }

  /**
   * Reads the bytes from {@code start} to {@code end}.
   *
   * @return one value per column, as {@link CellParser} gives it, or null for a blank line
   */
  Object[] parse(byte[] line, int start, int end) throws RejectedRowException {
    Object[] plain = plainLines.parse(line, start, end);
    return plain != null ? plain : parseOther(line, start, end);
  }

  /** The same for a line that is not a plain one. */
  Object[] parseOther(byte[] line, int start, int end) throws RejectedRowException {
    int first = startsWithByteOrderMark(line, start, end) ? start + 3 : start;
    return isBlank(line, first, end) ? null : parseJson(line, first, end);
  }

  private Object[] parseJson(byte[] line, int start, int end) throws RejectedRowException {
    try (JsonParser json = FACTORY.createParser(decoded(line, start, end))) {
      return object(json);
    } catch (StreamConstraintsException e) {
      throw new RejectedRowException("JSON nested too deeply");
    } catch (IOException e) {
      throw new RejectedRowException(MALFORMED);
    }
  }

  /** Strictly: Jackson by itself takes overlong forms, and guesses at UTF-16 and UTF-32. */
  private static String decoded(byte[] line, int start, int end) throws RejectedRowException {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(line, start, end - start);
      return UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new RejectedRowException("not UTF-8 text");
    }
  }

  private Object[] object(JsonParser json) throws IOException, RejectedRowException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      skipRest(json);
      throw new RejectedRowException("not a JSON object");
    }
    Object[] row = new Object[cells.size()];
    BitSet seen = new BitSet(row.length);
    Map<String, String> others = null;
    RejectedRowException rejection = null;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      Integer position = positions.get(name);
      json.nextToken();
      if (position == null) {
        others = others == null ? new TreeMap<>(Utf8.ORDER) : others;
        keepOther(others, name, json);
      } else if (seen.get(position)) {
        throw givenTwice();
      } else {
        seen.set(position);
        try {
          row[position] = cell(cells.get(position), json);
        } catch (RejectedRowException e) {
          rejection = rejection == null ? e : rejection;
          json.skipChildren();
        }
      }
    }
    if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
      throw new RejectedRowException(MALFORMED);
    }
    if (rejection != null) {
      throw rejection;
    }
    for (int i = 0; i < row.length; i++) {
      if (i != rest && row[i] == null) {
        row[i] = cells.get(i).parse(null);
      }
    }
    if (rest >= 0) {
      row[rest] = others == null ? null : objectText(others).getBytes(UTF_8);
    }
    return row;
  }

  private static Object cell(CellParser cell, JsonParser json)
      throws IOException, RejectedRowException {
    return switch (json.currentToken()) {
      case VALUE_STRING -> {
        // Exact decimals are often written as text, since many readers make a double of a number.
        if (cell.isNumber() && !cell.isDecimal() || cell.isTruth()) {
          throw cell.wrongKind();
        }
        yield cell.parse(json.getText());
      }
      case VALUE_TRUE, VALUE_FALSE -> {
        if (!cell.isTruth()) {
          throw cell.wrongKind();
        }
        yield cell.parse(json.getText());
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        boolean fits = json.currentToken() == JsonToken.VALUE_NUMBER_INT || cell.isDecimal();
        if (!cell.isNumber() || !fits) {
          throw cell.wrongKind();
        }
        yield cell.parse(json.getText());
      }
      case VALUE_NULL -> null;
      default -> throw cell.wrongKind();
    };
  }

  private void keepOther(Map<String, String> others, String name, JsonParser json)
      throws IOException, RejectedRowException {
    if (rest < 0) {
      json.skipChildren();
      return;
    }
    if (others.put(name, canonical(json)) != null) {
      throw givenTwice();
    }
  }

  /** Writes the current value without white space and with sorted keys; numbers stay as written. */
  private static String canonical(JsonParser json) throws IOException, RejectedRowException {
    return switch (json.currentToken()) {
      case START_OBJECT -> {
        Map<String, String> members = new TreeMap<>(Utf8.ORDER);
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
          json.nextToken();
          if (members.put(name, canonical(json)) != null) {
            throw givenTwice();
          }
        }
        yield objectText(members);
      }
      case START_ARRAY -> {
        List<String> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          elements.add(canonical(json));
        }
        yield "[" + String.join(",", elements) + "]";
      }
      case VALUE_STRING -> quoted(json.getText());
      default -> json.getText();
    };
  }

  private static String objectText(Map<String, String> members) throws RejectedRowException {
    StringJoiner text = new StringJoiner(",", "{", "}");
    for (Map.Entry<String, String> member : members.entrySet()) {
      text.add(quoted(member.getKey()) + ":" + member.getValue());
    }
    return text.toString();
  }

  private static String quoted(String text) throws RejectedRowException {
    if (!CellParser.isUnicode(text)) {
      throw new RejectedRowException("a field is not Unicode text");
    }
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }

  private static void skipRest(JsonParser json) throws IOException {
    while (json.nextToken() != null) {
      json.skipChildren();
    }
  }

  private static RejectedRowException givenTwice() {
    return new RejectedRowException("a field is given twice");
  }

  private static boolean startsWithByteOrderMark(byte[] line, int start, int end) {
    return end - start >= 3
        && line[start] == (byte) 0xEF
        && line[start + 1] == (byte) 0xBB
        && line[start + 2] == (byte) 0xBF;
  }

  private static boolean isBlank(byte[] line, int start, int end) {
    for (int i = start; i < end; i++) {
      if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
        return false;
      }
    }
    return true;
  }
}
