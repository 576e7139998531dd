package io.kitproof.steps.grading;

import io.kitproof.fixtures.lint.Project;
import io.kitproof.fixtures.lint.UnreadableProjectException;
import io.kitproof.fixtures.submission.Part;
import io.kitproof.fixtures.submission.Submission;
import io.kitproof.reports.grading.Note;
import java.util.ArrayList;
import java.util.List;

/**
 * What a look at a submission's files finds, without a kit.
 *
 * @param reasons why its project can't be read
 */
record Sources(List<Note> notes, List<String> reasons) {
  private static final String PAIR = "pair-files";

  static Sources of(Submission submission) {
    List<Note> notes = new ArrayList<>();
    for (Part part : submission.kits().values()) {
      part.pair().wrong().forEach(text -> notes.add(new Note(part.role().word(), PAIR, text, "")));
    }
    if (submission.project().isEmpty()) {
      return new Sources(notes, List.of());
    }
    try {
      Project.read(submission.project().get())
          .forEach(
              f -> notes.add(new Note(f.file() + ":" + f.line(), f.code(), f.text(), f.advice())));
      return new Sources(notes, List.of());
    } catch (UnreadableProjectException e) {
      return new Sources(notes, List.of(String.valueOf(e.getMessage())));
    }
  }
}
