package com.barraiser.check.answers;

import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.SqlSolution;
import com.barraiser.vocabulary.SqlText;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;

/** An answer that is one SQL query in a file. */
final class SqlFile {

  /** What a query can start with; anything else changes something or shows something else. */
  private static final Set<String> QUERY_WORDS =
      Set.of("SELECT", "WITH", "FROM", "VALUES", "TABLE", "MAP", "REDUCE");

  private final String name;
  private final String text;
  private final String code;

  SqlFile(String name, String text) {
    this.name = name;
    this.text = text;
    this.code = SqlText.codeOf(text);
  }

  /**
   * The query as a solution.
   *
   * @throws AnswerException if the file holds anything but one query
   */
  Solution solution(SparkSession spark) {
    refuseNothing();
    refuseSeveral();
    refuseCommands();
    String query = withoutSemicolon();
    try {
      // The rule of the grammar that knows queries only: no INSERT may hide behind a WITH.
      parser(spark).parseQuery(query);
    } catch (ParseException e) {
      throw new AnswerException(
          AnswerErrors.of(e, name, query).orElseGet(() -> name + ": " + e.getSimpleMessage()));
    }
    return new SqlSolution(name, query);
  }

  private void refuseNothing() {
    if (withoutSemicolon().isBlank() || codeWithoutSemicolon().isBlank()) {
      throw new AnswerException(name + " holds no query; write one that starts with SELECT");
    }
  }

  private void refuseSeveral() {
    int semicolon = codeWithoutSemicolon().indexOf(';');
    if (semicolon >= 0) {
      throw new AnswerException(
          "%s:%s: another statement begins after this one; an answer is one query, and WITH names its steps"
              .formatted(name, SqlText.lineAndColumn(text, semicolon)));
    }
  }

  private void refuseCommands() {
    String start = codeWithoutSemicolon().replaceFirst("^[\\s(]+", "");
    String word = start.split("[^\\p{Alpha}_]", 2)[0].toUpperCase(Locale.ROOT);
    if (!QUERY_WORDS.contains(word)) {
      int position = Math.max(0, code.indexOf(start));
      throw new AnswerException(
          "%s:%s: %s is not a query; an answer starts with SELECT, WITH, FROM or VALUES"
              .formatted(
                  name, SqlText.lineAndColumn(text, position), word.isEmpty() ? "this" : word));
    }
  }

  /** Without the semicolon that ends the statement; what follows can only be comments. */
  private String withoutSemicolon() {
    int end = codeWithoutSemicolon().length();
    return end == code.length() ? text : text.substring(0, end);
  }

  private String codeWithoutSemicolon() {
    String trimmed = code.stripTrailing();
    return trimmed.endsWith(";") ? trimmed.replaceFirst("[;\\s]+$", "") : code;
  }

  private static ParserInterface parser(SparkSession spark) {
    return ((org.apache.spark.sql.classic.SparkSession) spark).sessionState().sqlParser();
  }
}
