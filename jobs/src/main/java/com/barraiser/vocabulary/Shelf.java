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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * What stands beside an exercise: texts, solutions and mutants are found by where they lie, so that
 * a new file is all that a new solution takes.
 */
public final class Shelf {

  /** What the code of an exercise may know besides its own. */
  private static final String[] SHARED = {
    "com.barraiser.columnar", "com.barraiser.datasets", "com.barraiser.vocabulary"
  };

  /** A folder cannot change while the program runs, and a scan takes a tenth of a second. */
  private static final Map<String, List<Approach>> FOUND = new ConcurrentHashMap<>();

  private Shelf() {}

  /** The solutions of a question, by name. */
  public static List<Solution> solutions(Question question) {
    return approaches(question).stream().map(Solution.class::cast).toList();
  }

  /** The right ways to answer an exercise, by name. */
  public static List<Approach> approaches(Exercise exercise) {
    return find(exercise, "solutions");
  }

  /** The mutants of an exercise, wrong answers that people really write, by name. */
  public static List<Approach> mutants(Exercise exercise) {
    return find(exercise, "mutants");
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
    return (Solution) approach(question, name);
  }

  /**
   * The way to answer an exercise that has that name, a mutant perhaps.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Approach approach(Exercise exercise, String name) {
    List<Approach> right = approaches(exercise);
    return named(right, name)
        .or(() -> named(mutants(exercise), name))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has no solution '%s'; there are %s"
                        .formatted(
                            exercise.name(),
                            name,
                            right.stream().map(Approach::name).collect(Collectors.joining(", ")))));
  }

  /** Whether a way to answer is one of the right ones, not a mutant. */
  public static boolean isRight(Exercise exercise, Approach approach) {
    return approaches(exercise).stream().anyMatch(a -> a.name().equals(approach.name()));
  }

  /** A text that stands beside an exercise, such as {@code statement.md}. */
  public static String text(Exercise exercise, String fileName) {
    try (InputStream text = exercise.getClass().getResourceAsStream(fileName)) {
      if (text == null) {
        throw new IllegalStateException(exercise.name() + " has no " + fileName);
      }
      return new String(text.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a solution's file. */
  public static String source(Exercise exercise, Approach approach) {
    String stem = "solutions/" + approach.getClass().getSimpleName();
    return approach instanceof Written written ? written.text() : text(exercise, stem + ".java");
  }

  /**
   * Tells the state of the code that answers an exercise: its own, all its solutions among it, and
   * what all exercises share. What an earlier state made may have to be made again.
   */
  public static String fingerprint(Exercise exercise) {
    return fingerprint(exercise, exercise.getClass().getClassLoader());
  }

  static String fingerprint(Exercise exercise, ClassLoader code) {
    CRC32 sum = new CRC32();
    try (ScanResult scan =
        ownCode(exercise, code)
            .acceptPackages(exercise.getClass().getPackageName())
            .acceptPackages(SHARED)
            .scan(1)) {
      for (Resource file : scan.getAllResources()) {
        sum.update(file.getPath().getBytes(UTF_8));
        sum.update(file.load());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return String.format(Locale.ROOT, "%08x", sum.getValue());
  }

  private static Optional<Approach> named(List<Approach> approaches, String name) {
    return approaches.stream().filter(approach -> approach.name().equals(name)).findFirst();
  }

  private static List<Approach> find(Exercise exercise, String folder) {
    String packageName = exercise.getClass().getPackageName() + "." + folder;
    return FOUND.computeIfAbsent(packageName, name -> everyApproach(exercise, name));
  }

  private static List<Approach> everyApproach(Exercise exercise, String packageName) {
    try (ScanResult scan = scan(exercise, packageName)) {
      Stream<Approach> classes =
          scan.getClassesImplementing(exercise.kind()).stream().map(Shelf::instance);
      Stream<Approach> scripts =
          scan.getResourcesWithExtension("sql").stream().map(file -> written(exercise, file));
      return Stream.concat(classes, scripts).sorted(Comparator.comparing(Approach::name)).toList();
    }
  }

  private static ScanResult scan(Exercise exercise, String packageName) {
    return ownCode(exercise, exercise.getClass().getClassLoader())
        .acceptPackagesNonRecursive(packageName)
        .enableClassInfo()
        .ignoreClassVisibility()
        .scan(1);
  }

  /** Of the jars on the class path, only one with the exercise is opened: Spark brings hundreds. */
  private static ClassGraph ownCode(Exercise exercise, ClassLoader loader) {
    String place =
        exercise.getClass().getProtectionDomain().getCodeSource().getLocation().getPath();
    ClassGraph graph = new ClassGraph().overrideClassLoaders(loader);
    return place.endsWith(".jar")
        ? graph.acceptJars(place.substring(place.lastIndexOf('/') + 1))
        : graph.disableJarScanning();
  }

  private static Approach instance(ClassInfo type) {
    try {
      return type.loadClass(Approach.class).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName() + " needs a constructor without arguments", e);
    }
  }

  private static Approach written(Exercise exercise, Resource file) {
    return exercise.written(Approach.kebabCase(stem(file)), content(file));
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
