package com.barraiser.check.answers;

import com.barraiser.vocabulary.Solution;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * An answer that is one Java file. Every version of it is compiled into a package of its own: an
 * executor keeps the classes that it has seen, and would run an edited lambda as it was before.
 */
final class JavaFile {

  /** What the package of every version starts with. */
  static final String PACKAGE = "answer_version_";

  /** What tasks of this process leave, by the version that they ran for. */
  private static final Map<String, ClassLoader> LOADERS = new ConcurrentHashMap<>();

  private static final AtomicInteger VERSION = new AtomicInteger();
  private static final Pattern PACKAGE_STATEMENT =
      Pattern.compile("(?m)^[ \\t]*package\\s+[\\w.]+\\s*;");

  private final String name;
  private final String source;

  JavaFile(String name, String source) {
    this.name = name;
    this.source = source;
  }

  /**
   * Compiles the file and hands its classes to Spark, which asks for them as long as it runs.
   *
   * @param kind what the answer must implement
   * @throws AnswerException if the file does not compile, or holds no answer or several
   */
  <T> T answer(SparkSession spark, Class<T> kind) {
    String version = PACKAGE + VERSION.incrementAndGet();
    Map<String, byte[]> classes = Compiler.compile(name, inPackage(version));
    spark.sparkContext().addJar(jar(classes, version).toString());
    ClassLoader loader = loaderOfTasks(spark, version).orElseGet(() -> new BytesLoader(classes));
    return kind.cast(instance(onlyAnswer(classes, loader, kind)));
  }

  /**
   * What tasks load classes with, where they run in this process: an object of a class of the
   * answer's own that comes from a task is then one of the class that the answer knows.
   */
  private static Optional<ClassLoader> loaderOfTasks(SparkSession spark, String version) {
    JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(List.of(version), 1)
        .foreach(key -> LOADERS.put(key, Thread.currentThread().getContextClassLoader()));
    return Optional.ofNullable(LOADERS.remove(version));
  }

  /** The source in another package, line by line where it was. */
  private String inPackage(String version) {
    Matcher statement = PACKAGE_STATEMENT.matcher(source);
    return statement.find()
        ? statement.replaceFirst("package " + version + ";")
        : "package " + version + "; " + source;
  }

  private Class<?> onlyAnswer(Map<String, byte[]> classes, ClassLoader loader, Class<?> kind) {
    List<Class<?>> found = new ArrayList<>();
    for (String className : new TreeMap<>(classes).keySet()) {
      Class<?> type = load(loader, className);
      if (kind.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
        found.add(type);
      }
    }
    if (found.isEmpty()) {
      throw new AnswerException(
          "%s: no class implements %s; write 'public final class Answer implements %s', or start with --new java"
              .formatted(name, kind.getSimpleName(), kind.getSimpleName()));
    }
    if (found.size() > 1) {
      throw new AnswerException(
          "%s: one class may implement %s, but %s do"
              .formatted(
                  name,
                  kind.getSimpleName(),
                  found.stream().map(Class::getSimpleName).collect(Collectors.joining(" and "))));
    }
    return found.get(0);
  }

  private Class<?> load(ClassLoader loader, String className) {
    try {
      return loader.loadClass(className);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new AnswerException(name + ": class " + className + " cannot be loaded: " + e);
    }
  }

  private Object instance(Class<?> type) {
    try {
      var constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (NoSuchMethodException e) {
      throw new AnswerException(
          "%s: %s needs a constructor without arguments".formatted(name, type.getSimpleName()));
    } catch (ReflectiveOperationException | LinkageError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new AnswerException(
          "%s: %s cannot be constructed: %s".formatted(name, type.getSimpleName(), cause));
    }
  }

  /** Executors load what lambdas need from a jar, which stands until the JVM ends. */
  private static Path jar(Map<String, byte[]> classes, String version) {
    try {
      Path folder = Files.createTempDirectory("barraiser-answer");
      Path place = folder.resolve(version + ".jar");
      folder.toFile().deleteOnExit();
      place.toFile().deleteOnExit();
      try (OutputStream file = Files.newOutputStream(place);
          JarOutputStream jar = new JarOutputStream(file)) {
        for (Map.Entry<String, byte[]> type : classes.entrySet()) {
          jar.putNextEntry(new ZipEntry(type.getKey().replace('.', '/') + ".class"));
          jar.write(type.getValue());
        }
      }
      return place;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class BytesLoader extends ClassLoader {

    private final Map<String, byte[]> classes;

    private BytesLoader(Map<String, byte[]> classes) {
      super(Solution.class.getClassLoader());
      this.classes = Map.copyOf(classes);
    }

    @Override
    protected Class<?> findClass(String className) throws ClassNotFoundException {
      byte[] bytes = classes.get(className);
      if (bytes == null) {
        throw new ClassNotFoundException(className);
      }
      return defineClass(className, bytes, 0, bytes.length);
    }
  }
}
