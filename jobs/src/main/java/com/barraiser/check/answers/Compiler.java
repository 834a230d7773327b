package com.barraiser.check.answers;

import com.barraiser.vocabulary.Solution;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles one Java file without writing any. */
final class Compiler {

  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

  /** Keeps the hundreds of jars of the class path open, or each compilation would read them. */
  private static final StandardJavaFileManager FILES =
      JAVAC == null ? null : JAVAC.getStandardFileManager(null, Locale.ENGLISH, null);

  private Compiler() {}

  /**
   * Compiles a file.
   *
   * @return the classes' bytes by their full names
   * @throws AnswerException with a line for each error: file, line, column, message
   */
  static synchronized Map<String, byte[]> compile(String fileName, String source) {
    if (JAVAC == null) {
      throw new AnswerException(
          "the Java in %s has no compiler; start with a JDK in JAVA_HOME, or answer in SQL"
              .formatted(System.getProperty("java.home")));
    }
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    InMemory files = new InMemory(FILES);
    List<String> options =
        List.of("-proc:none", "-Xlint:none", "-g", "-implicit:none", "-classpath", classPath());
    JavaFileObject file = new SourceFile(fileName, source);
    boolean compiled = JAVAC.getTask(null, files, found, options, null, List.of(file)).call();
    if (!compiled) {
      throw new AnswerException(
          found.getDiagnostics().stream()
              .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
              .map(diagnostic -> line(fileName, diagnostic))
              .toList());
    }
    return files.classes();
  }

  private static String line(String fileName, Diagnostic<? extends JavaFileObject> diagnostic) {
    String message =
        diagnostic
            .getMessage(Locale.ENGLISH)
            .lines()
            .map(String::strip)
            .map(text -> text.replaceAll(JavaFile.PACKAGE + "[0-9]+\\.", ""))
            .collect(Collectors.joining("; "));
    return diagnostic.getPosition() == Diagnostic.NOPOS
        ? fileName + ": " + message
        : "%s:%d:%d: %s"
            .formatted(fileName, diagnostic.getLineNumber(), diagnostic.getColumnNumber(), message);
  }

  /** The JVM's own, and our jar, which spark-submit loads by itself. */
  private static String classPath() {
    String own = System.getProperty("java.class.path");
    try {
      URI jar = Solution.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return own + File.pathSeparator + Path.of(jar);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class SourceFile extends SimpleJavaFileObject {

    private final String source;

    private SourceFile(String fileName, String source) {
      super(URI.create("memory:///" + fileName.replaceAll("[^\\w.-]", "_")), Kind.SOURCE);
      this.source = source;
    }

    /** A public class may have another name than its file. */
    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      return kind == Kind.SOURCE;
    }

    @Override
    public NestingKind getNestingKind() {
      return null;
    }

    @Override
    public Modifier getAccessLevel() {
      return null;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source;
    }
  }

  private static final class ClassFile extends SimpleJavaFileObject {

    private final String name;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private ClassFile(String name) {
      super(URI.create("memory:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
      this.name = name;
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }
  }

  private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {

    private final List<ClassFile> written = new ArrayList<>();

    private InMemory(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      ClassFile file = new ClassFile(className);
      written.add(file);
      return file;
    }

    private Map<String, byte[]> classes() {
      Map<String, byte[]> classes = new HashMap<>();
      written.forEach(file -> classes.put(file.name, file.bytes.toByteArray()));
      return classes;
    }
  }
}
