package com.barraiser.vocabulary;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.Resource;
import io.github.classgraph.ScanResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands beside a question: texts, solutions and mutants are found by where they lie, so that
 * a new file is all that a new solution takes.
 */
public final class Shelf {

  /** A folder cannot change while the program runs, and a scan takes a tenth of a second. */
  private static final Map<String, List<Solution>> FOUND = new ConcurrentHashMap<>();

  private Shelf() {}

  /** The solutions of a question, by name. */
  public static List<Solution> solutions(Question question) {
    return find(question, "solutions");
  }

  /** The mutants of a question, wrong solutions that people really write, by name. */
  public static List<Solution> mutants(Question question) {
    return find(question, "mutants");
  }

  /** What other engines are asked, by name; the {@code .sql} files in the folder {@code peers}. */
  public static List<Peer> peers(Question question) {
    String packageName = question.getClass().getPackageName() + ".peers";
    try (ScanResult scan = scan(question, packageName)) {
      return scan.getResourcesWithExtension("sql").stream()
          .map(file -> new Peer(stem(file), content(file)))
          .sorted(Comparator.comparing(Peer::name))
          .toList();
    }
  }

  /**
   * The solution or mutant of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Solution solution(Question question, String name) {
    List<Solution> solutions = solutions(question);
    return named(solutions, name)
        .or(() -> named(mutants(question), name))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has no solution '%s'; there are %s"
                        .formatted(
                            question.name(),
                            name,
                            solutions.stream()
                                .map(Solution::name)
                                .collect(Collectors.joining(", ")))));
  }

  /** Whether a solution is one of the right ones, not a mutant. */
  public static boolean isRight(Question question, Solution solution) {
    return solutions(question).stream().anyMatch(s -> s.name().equals(solution.name()));
  }

  /** A text that stands beside a question, such as {@code statement.md}. */
  public static String text(Question question, String fileName) {
    try (InputStream text = question.getClass().getResourceAsStream(fileName)) {
      if (text == null) {
        throw new IllegalStateException(question.name() + " has no " + fileName);
      }
      return new String(text.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a solution's file. */
  public static String source(Question question, Solution solution) {
    return solution instanceof SqlSolution sql
        ? sql.query()
        : text(question, "solutions/" + solution.getClass().getSimpleName() + ".java");
  }

  private static Optional<Solution> named(List<Solution> solutions, String name) {
    return solutions.stream().filter(solution -> solution.name().equals(name)).findFirst();
  }

  private static List<Solution> find(Question question, String folder) {
    String packageName = question.getClass().getPackageName() + "." + folder;
    return FOUND.computeIfAbsent(packageName, name -> everySolution(question, name));
  }

  private static List<Solution> everySolution(Question question, String packageName) {
    try (ScanResult scan = scan(question, packageName)) {
      Stream<Solution> written =
          scan.getClassesImplementing(Solution.class).stream().map(Shelf::instance);
      Stream<Solution> queries = scan.getResourcesWithExtension("sql").stream().map(Shelf::query);
      return Stream.concat(written, queries).sorted(Comparator.comparing(Solution::name)).toList();
    }
  }

  private static ScanResult scan(Question question, String packageName) {
    return new ClassGraph()
        .overrideClassLoaders(question.getClass().getClassLoader())
        .acceptPackagesNonRecursive(packageName)
        .enableClassInfo()
        .ignoreClassVisibility()
        .scan(1);
  }

  private static Solution instance(ClassInfo type) {
    try {
      return type.loadClass(Solution.class).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName() + " needs a constructor without arguments", e);
    }
  }

  private static Solution query(Resource file) {
    return new SqlSolution(Solution.kebabCase(stem(file)), content(file));
  }

  private static String stem(Resource file) {
    String path = file.getPath();
    return path.substring(path.lastIndexOf('/') + 1, path.length() - ".sql".length());
  }

  private static String content(Resource file) {
    try {
      return file.getContentAsString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
