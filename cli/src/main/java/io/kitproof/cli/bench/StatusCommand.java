package io.kitproof.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kitproof.cli.terminal.OutputFormat;
import io.kitproof.cli.terminal.Screen;
import io.kitproof.fixtures.health.WedgeMarks;
import io.kitproof.fixtures.lock.BenchLocks;
import io.kitproof.reports.ExitCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kitproof bench status}. */
@Command(
    name = "status",
    description =
        "Says who has a bench, who holds it, and whether it is wedged. Looking keeps nobody away.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:a run would get each of them now",
      "2:wrong usage",
      "3:one of them is in use, held or wedged"
    },
    footer = {
      "",
      "Example:",
      "  kitproof bench status lab-3",
      "",
      "JSON: [{\"bench\", \"free\", \"run\": {who}|null, \"left\": {who}|null, \"hold\": {who,"
          + " \"until\"}|null, \"wedged\": {\"since\", \"text\"}|null}]; \"left\" is the word of a run"
          + " that ended without tidying up."
    })
final class StatusCommand implements Callable<Integer> {
  private final Screen screen;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description = "Benches, by name or file. Default: all that had a run or a hold here.")
  private List<String> benches = new ArrayList<>();

  @Mixin private final OutputFormat format = new OutputFormat();

  StatusCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException {
    Map<String, String> environment = System.getenv();
    BenchLocks locks = BenchLocks.ofUser(environment);
    WedgeMarks marks = WedgeMarks.ofUser(environment);
    List<Standing> all =
        (benches.isEmpty() ? locks.known() : benches.stream().map(BenchName::of).toList())
            .stream().map(name -> new Standing(locks.status(name), marks.of(name))).toList();
    if (format.isJson()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      all.forEach(one -> list.add(one.json()));
      screen.out().println(new ObjectMapper().writeValueAsString(list));
    } else if (all.isEmpty()) {
      screen.out().println("No bench had a run or a hold here.");
    } else {
      all.forEach(one -> screen.out().print(one.text()));
    }
    return (all.stream().allMatch(Standing::free) ? ExitCode.PASSED : ExitCode.RIG).code();
  }
}
