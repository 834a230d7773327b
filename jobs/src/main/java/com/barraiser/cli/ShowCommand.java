package com.barraiser.cli;

import com.barraiser.vocabulary.Approach;
import com.barraiser.vocabulary.Exercise;
import com.barraiser.vocabulary.Shelf;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a question asks. */
@Command(
    name = "show",
    description = "Shows a question's statement with a worked example.",
    mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "QUESTION",
      description = "A name from 'list'.",
      converter = ExerciseArgument.class)
  private Exercise exercise;

  @Option(names = "--hint", description = "Show a hint instead, the next one each time.")
  private boolean hint;

  @Option(
      names = "--solutions",
      description =
          "Show the explanation and the solutions instead, once you passed or asked before.")
  private boolean solutions;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (hint) {
      showHint(out);
    }
    if (solutions && maySeeSolutions(out)) {
      showSolutions(out);
    }
    if (!hint && !solutions) {
      out.print(Shelf.text(exercise, "statement.md"));
    }
    out.flush();
    return 0;
  }

  /** Paragraphs of the file, one after the other; the last one again when there are no more. */
  private void showHint(PrintWriter out) {
    String[] hints = Shelf.text(exercise, "hint.md").strip().split("\\n\\s*\\n");
    Progress progress = Progress.open();
    int number = Math.min(progress.hints(exercise) + 1, hints.length);
    progress.showedHints(exercise, number);
    out.printf("Hint %d of %d%n%s%n", number, hints.length, hints[number - 1]);
  }

  private boolean maySeeSolutions(PrintWriter out) {
    Progress progress = Progress.open();
    if (progress.maySeeSolutions(exercise)) {
      return true;
    }
    progress.askedForSolutions(exercise);
    out.printf(
        "You have not passed %s yet. Ask once more to see its solutions all the same.%n",
        exercise.name());
    return false;
  }

  private void showSolutions(PrintWriter out) {
    out.println(Shelf.text(exercise, "explanation.md"));
    for (Approach approach : Shelf.approaches(exercise)) {
      String mark = approach.name().equals(exercise.recommended()) ? " (recommended)" : "";
      out.println("## " + approach.name() + mark);
      out.println(approach.why());
      out.println();
      out.println(Shelf.source(exercise, approach).indent(4));
    }
  }
}
