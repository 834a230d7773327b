package com.barraiser.check.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.Solution;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for an answer, and in which words everything else is refused. */
@WithSpark
class AnswerFileTest {

  private static final String SOLUTION =
      """
      import com.barraiser.vocabulary.*;
      import org.apache.spark.sql.*;
      %s {
        %s
        public Dataset<Row> answer(Tables tables, Parameters parameters) {
          return %s;
        }
      }
      """;

  private final SparkSession spark;

  AnswerFileTest(SparkSession spark) {
    this.spark = spark;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "select 1;",
        "-- first; the comment\nSELECT ';' AS a, \"it''s;\" AS b /* ; /* ; */ */ ;\n-- done;\n",
        "(SELECT 1) UNION ALL (SELECT 2)",
        "WITH a AS (SELECT 1 AS n) SELECT n FROM a",
        "WITH RECURSIVE a(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM a WHERE n < 3) SELECT n FROM a",
        "FROM order_events SELECT order_id",
        "FROM order_events |> WHERE status = 'PLACED' |> SELECT order_id",
        "VALUES (1), (2)",
        "VALUES ('a');",
        "SELECT status <> '' FROM order_events;",
        "SELECT 1 AS `a` /* ; */ ; -- done",
        "TABLE order_events",
        "SELECT * FROM clicks WHERE ts <= :as_of"
      })
  void queryIsTaken(String text) {
    assertThatCode(() -> sql(text)).doesNotThrowAnyException();
  }

  @Test
  void byteOrderMarkIsNoPartOfTheAnswer() {
    byte[] marked = "\uFEFFSELECT 1".getBytes(UTF_8);
    assertThat(new AnswerFile(Path.of("a.sql")).text(marked)).isEqualTo("SELECT 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | holds no query",
        "'-- nothing yet' | holds no query",
        "';' | holds no query",
        "SELECT 1; SELECT 2 | a.sql:1:9: another statement begins after this one",
        "SELECT 1; DROP TABLE t; | a.sql:1:9: another statement begins after this one",
        "DROP TABLE order_events | a.sql:1:1: DROP is not a query",
        "'/* SELECT */ drop view order_events' | a.sql:1:14: DROP is not a query",
        "'-- SELECT\nINSERT INTO order_events SELECT 1' | a.sql:2:1: INSERT is not a query",
        "CREATE TABLE t AS SELECT 1 | CREATE is not a query",
        "DELETE FROM order_events | DELETE is not a query",
        "MERGE INTO a USING b ON a.x = b.x WHEN MATCHED THEN DELETE | MERGE is not a query",
        "SET spark.sql.ansi.enabled=false | SET is not a query",
        "USE other | USE is not a query",
        "CACHE TABLE order_events | CACHE is not a query",
        "EXPLAIN SELECT 1 | EXPLAIN is not a query",
        "BEGIN SELECT 1; END | another statement begins",
        "EXECUTE IMMEDIATE 'DROP TABLE t' | EXECUTE is not a query",
        "WITH a AS (SELECT 1) INSERT INTO t SELECT * FROM a | a.sql:1:",
        "FROM order_events INSERT INTO t SELECT * | a.sql:1:",
        "SELEC 1 | SELEC is not a query",
        "'SELECT 1\nFORM t WHERE' | a.sql:2:",
      })
  void everythingElseIsRefusedWithItsPlace(String text, String message) {
    assertThatThrownBy(() -> sql(text))
        .isInstanceOf(AnswerException.class)
        .hasMessageContaining(message)
        .message()
        .satisfies(line -> assertThat(line.lines()).hasSize(1));
  }

  @Test
  void classIsTakenWhateverItsFileIsCalled() {
    String source =
        SOLUTION.formatted(
            "public final class Mine implements Solution", "", "tables.table(\"t\")");
    Solution solution = java(source);
    assertThat(solution.name()).isEqualTo("mine");
    assertThat(java("package some.where;\n" + source).getClass()).isNotEqualTo(solution.getClass());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "class A implements Solution | '' | nothing | a.java:6:12: cannot find symbol; symbol:   variable nothing",
        "class A implements Solution | '' | 1 | a.java:6:12: incompatible types",
        "class A | '' | null | no class implements Solution",
        "abstract class A implements Solution | '' | null | no class implements Solution",
        "class B extends A { } class A implements Solution | '' | null | but A and B do",
        "class A implements Solution | A(int i) { } | null | A needs a constructor without arguments",
        "class A implements Solution | A() { throw new IllegalStateException(\"no\"); } | null | cannot be constructed: java.lang.IllegalStateException: no",
        "klass A implements Solution | '' | null | a.java:3:1: "
      })
  void javaThatIsNoSolutionIsRefused(String type, String member, String returned, String message) {
    assertThatThrownBy(() -> java(SOLUTION.formatted(type, member, returned)))
        .isInstanceOf(AnswerException.class)
        .hasMessageContaining(message)
        .message()
        .doesNotContain("answer_version_");
  }

  @Test
  void everyCompileErrorHasALine() {
    assertThatThrownBy(() -> java("class A {\n  int a = b;\n  int c = d;\n}\n"))
        .message()
        .satisfies(
            message ->
                assertThat(message.lines().map(line -> line.substring(0, 12)))
                    .containsExactly("a.java:2:11:", "a.java:3:11:"));
  }

  @Test
  void otherFilesAreNoAnswers() {
    assertThatThrownBy(() -> new AnswerFile(Path.of("answer.py")))
        .hasMessage("answer.py ends in neither .sql nor .java");
  }

  private Solution sql(String text) {
    return new AnswerFile(Path.of("a.sql")).solution(spark, text);
  }

  private Solution java(String text) {
    return new AnswerFile(Path.of("a.java")).solution(spark, text);
  }
}
