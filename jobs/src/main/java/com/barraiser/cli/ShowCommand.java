package com.barraiser.cli;

import com.barraiser.vocabulary.Question;
import com.barraiser.vocabulary.Shelf;
import com.barraiser.vocabulary.Solution;
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
      converter = QuestionArgument.class)
  private Question question;

  @Option(names = "--hint", description = "Show a hint instead.")
  private boolean hint;

  @Option(names = "--solutions", description = "Show the explanation and the solutions instead.")
  private boolean solutions;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (hint) {
      out.print(Shelf.text(question, "hint.md"));
    }
    if (solutions) {
      showSolutions(out);
    }
    if (!hint && !solutions) {
      out.print(Shelf.text(question, "statement.md"));
    }
    out.flush();
    return 0;
  }

  private void showSolutions(PrintWriter out) {
    out.println(Shelf.text(question, "explanation.md"));
    for (Solution solution : Shelf.solutions(question)) {
      String mark = solution.name().equals(question.recommended()) ? " (recommended)" : "";
      out.println("## " + solution.name() + mark);
      out.println(solution.why());
      out.println();
      out.println(Shelf.source(question, solution).indent(4));
    }
  }
}
