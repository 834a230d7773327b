package com.barraiser.bench;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryManagerMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Where an experiment runs.
 *
 * @param cores how many tasks Spark runs at once
 * @param heapBytes the heap of the JVM that computes, an executor's where there are some
 * @param master Spark's master
 * @param machine processor, memory and operating system
 * @param versions of everything that could matter
 * @param settings what was set for Spark, secrets left out
 */
public record Environment(
    int cores,
    long heapBytes,
    String master,
    String machine,
    Map<String, String> versions,
    Map<String, String> settings) {

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final Pattern SECRET =
      Pattern.compile("(?i)secret|password|token|access.?key|credential|auth");

  /** What Spark adds to the options of every JVM, to get at its classes. */
  private static final Pattern MODULES =
      Pattern.compile("--(add|enable)-\\S+\\s*|-XX:\\+IgnoreUnrecognizedVMOptions\\s*");

  private static final Pattern TELLING =
      Pattern.compile(
          "spark\\.(sql(?!\\.warehouse)|shuffle|memory|master|serializer|default|databricks|io)\\..*"
              + "|spark\\.hadoop\\.fs\\.(AbstractFileSystem\\.)?file\\.impl"
              + "|spark\\.master|spark\\.serializer"
              + "|spark\\.(driver|executor)\\.(memory|cores|instances|memoryOverhead)"
              + "|spark\\.(driver|executor)\\.extraJavaOptions");

  /** The environment of a session. */
  public static Environment of(SparkSession spark) {
    String master = spark.sparkContext().master();
    long executorHeap = spark.sparkContext().conf().getSizeAsBytes("spark.executor.memory", "1g");
    boolean isOneProcess = master.equals("local") || master.startsWith("local[");
    long heap = isOneProcess ? Runtime.getRuntime().maxMemory() : executorHeap;
    return new Environment(
        Slots.of(spark.sparkContext()),
        heap,
        master,
        describeMachine(),
        engineVersions(spark),
        tellingSettings(spark));
  }

  /** All of it in words, a line each. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("machine: " + machine);
    lines.add("master: %s, %d cores, heap of %,d MiB".formatted(master, cores, heapBytes >> 20));
    versions.forEach((engine, version) -> lines.add(engine + ": " + version));
    settings.forEach((setting, value) -> lines.add(setting + ": " + value));
    return lines;
  }

  /** The same with the versions of other engines. */
  Environment with(Map<String, String> others) {
    Map<String, String> more = new LinkedHashMap<>(versions);
    more.putAll(others);
    return new Environment(cores, heapBytes, master, machine, more, settings);
  }

  private static Map<String, String> engineVersions(SparkSession spark) {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("spark", spark.version());
    Optional.ofNullable(DeltaTable.class.getPackage().getImplementationVersion())
        .ifPresent(version -> versions.put("delta", version));
    versions.put("java", System.getProperty("java.vm.version"));
    return versions;
  }

  private static Map<String, String> tellingSettings(SparkSession spark) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("jvm.collectors", collectors());
    // Those of the session, which has what it was started with and what was set since.
    CollectionConverters.asJava(spark.conf().getAll())
        .forEach(
            (name, value) -> {
              if (TELLING.matcher(name).matches() && !SECRET.matcher(name + value).find()) {
                settings.put(name, MODULES.matcher(value).replaceAll("").strip());
              }
            });
    return settings;
  }

  private static String collectors() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .map(MemoryManagerMXBean::getName)
        .collect(Collectors.joining(", "));
  }

  private static String describeMachine() {
    String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    return processor().map(name -> name + ", " + system).orElse(system);
  }

  private static Optional<String> processor() {
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException notLinux) {
      return Optional.empty();
    }
  }
}
