package com.barraiser.check.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.SqlText;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.SqlRefresh;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;

/**
 * A file with an answer, {@code .sql} or {@code .java}.
 *
 * @param path where it stands
 */
public record AnswerFile(Path path) {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * Checks the file's name.
   *
   * @throws IllegalArgumentException if it ends in neither {@code .sql} nor {@code .java}
   */
  public AnswerFile {
    if (!isSql(path) && !isJava(path)) {
      throw new IllegalArgumentException(path + " ends in neither .sql nor .java");
    }
  }

  /** The file's name without its folder. */
  public String name() {
    return path.getFileName().toString();
  }

  /**
   * Reads the file.
   *
   * @throws AnswerException if it cannot be read as text
   */
  public String text() {
    try {
      return text(Files.readAllBytes(path));
    } catch (IOException e) {
      throw new AnswerException("cannot read " + path + ": " + e);
    }
  }

  /**
   * Reads what the file holds, with a byte-order mark or without one.
   *
   * @throws AnswerException if it is no text
   */
  public String text(byte[] content) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new AnswerException(path + " is not text in UTF-8");
    }
  }

  /**
   * Makes a solution of the file's text.
   *
   * @throws AnswerException if the text is no answer
   */
  public Solution solution(SparkSession spark, String text) {
    return isSql(path)
        ? new SqlFile(name(), text).solution(spark)
        : new JavaFile(name(), text).answer(spark, Solution.class);
  }

  /**
   * Makes a refresh of the file's text.
   *
   * @throws AnswerException if the text is no answer
   */
  public Refresh refresh(SparkSession spark, String text) {
    if (isJava(path)) {
      return new JavaFile(name(), text).answer(spark, Refresh.class);
    }
    if (SqlText.codeOf(text).isBlank()) {
      throw new AnswerException(name() + " holds no statement; --new sql writes one to start with");
    }
    return new SqlRefresh(name(), text);
  }

  private static boolean isSql(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).endsWith(".sql");
  }

  private static boolean isJava(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).endsWith(".java");
  }
}
