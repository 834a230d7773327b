package com.barraiser.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** The command line. Exit codes: 0 done, 1 failed or wrong, 2 usage. */
@Command(
    name = "barraiser",
    description = "Answers data-engineer interview questions with Spark, at any size.",
    subcommands = {
      ListCommand.class,
      ShowCommand.class,
      GenerateCommand.class,
      RunCommand.class,
      CheckCommand.class,
      BenchCommand.class,
      CommandLine.HelpCommand.class
    },
    mixinStandardHelpOptions = true,
    version = "Bar Raiser 0.1.0",
    synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {

  private static final String VERBOSE = "--verbose";
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /**
   * Runs a command.
   *
   * @throws IllegalStateException if the command failed and the driver runs inside a cluster, where
   *     leaving the JVM would hide the failure
   */
  public static void main(String[] args) {
    speakTheSameEverywhere();
    int code = execute(args);
    Sessions.stop();
    if (!"cluster".equals(System.getProperty("spark.submit.deployMode"))) {
      // Also where all is well: an answer may have left threads that do not end.
      System.exit(code);
    }
    if (code != 0) {
      throw new IllegalStateException("barraiser failed with exit code " + code);
    }
  }

  /**
   * Digits in data, paths and SQL are those of ASCII, whatever digits the user's language has, and
   * letters change their case as in English.
   */
  private static void speakTheSameEverywhere() {
    Locale.setDefault(Locale.ROOT);
  }

  /** Runs a command and gives its exit code. */
  private static int execute(String... args) {
    CommandLine commandLine = commandLine();
    try {
      return commandLine.execute(args);
    } catch (Error e) { // Exceptions are handled by the command line.
      commandLine.getErr().println("barraiser: " + Failure.message(e));
      if (List.of(args).contains(VERBOSE)) {
        e.printStackTrace(commandLine.getErr());
      }
      return FAILED;
    }
  }

  /** The command line with its error handling. */
  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(usageErrors())
        .setExecutionExceptionHandler(failures())
        .setUsageHelpAutoWidth(true);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command?");
  }

  private static IParameterExceptionHandler usageErrors() {
    return (error, args) -> {
      CommandLine command = error.getCommandLine();
      command.getErr().println("barraiser: " + error.getMessage());
      String name = command.getCommandSpec().qualifiedName();
      command.getErr().println("Try '" + name + " --help'.");
      return USAGE;
    };
  }

  private static IExecutionExceptionHandler failures() {
    return (error, command, parsed) -> {
      command.getErr().println("barraiser: " + Failure.message(error));
      boolean verbose =
          command.getCommandSpec().optionsMap().containsKey(VERBOSE)
              && parsed.hasMatchedOption(VERBOSE);
      if (verbose) {
        error.printStackTrace(command.getErr());
      }
      command.getErr().flush();
      return FAILED;
    };
  }
}
