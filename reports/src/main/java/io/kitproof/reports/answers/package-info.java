/**
 * Written answers, graded against a key that a teacher can edit; what is not plain is left to a
 * person.
 *
 * <p>Enter through {@link io.kitproof.reports.answers.AnswerKey} and {@link
 * io.kitproof.reports.answers.Answers}. May use: the text of reports and of fixtures. Used by: cli.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.reports.answers;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
