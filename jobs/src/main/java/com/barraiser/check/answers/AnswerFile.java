package com.barraiser.check.answers;

import com.barraiser.vocabulary.Solution;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.SqlRefresh;
import java.io.IOException;
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
      return Files.readString(path);
    } catch (CharacterCodingException e) {
      throw new AnswerException(path + " is not text in UTF-8");
    } catch (IOException e) {
      throw new AnswerException("cannot read " + path + ": " + e);
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
