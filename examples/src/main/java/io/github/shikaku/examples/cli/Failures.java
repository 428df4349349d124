package io.github.shikaku.examples.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.shikaku.error.InvalidRequestException;
import io.github.shikaku.error.NoAnswerException;
import io.github.shikaku.error.OqsSystemException;
import io.github.shikaku.error.ShikakuException;
import io.github.shikaku.error.TerminalRejectionException;
import io.github.shikaku.error.Violation;
import io.github.shikaku.error.WebRejectionException;
import java.io.PrintWriter;

/** How a failure is told: to the desk on standard error, to a program as JSON. */
final class Failures {
  private Failures() {}

  static void print(Console console, ShikakuException failure) {
    PrintWriter err = console.err();
    if (failure instanceof InvalidRequestException invalid) {
      err.println(failure.error().userMessage(console.locale()));
      for (Violation violation : invalid.violations()) {
        err.println(
            console.text("failure.field", violation.field(), violation.message(console.locale())));
      }
    } else {
      err.println(failure.userMessage(console.locale()));
    }
    if (failure instanceof TerminalRejectionException rejection) {
      err.println(console.text("failure.terminal", rejection.terminalText().strip()));
    }
    if (failure instanceof NoAnswerException none) {
      none.ticket().ifPresent(t -> err.println(console.text("failure.ticket", t.name())));
    }
    err.println(console.text("failure.who", console.text("remedy." + failure.remedy().name())));
    err.println(failure.getMessage());
  }

  static ObjectNode json(Console console, ShikakuException failure) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", failure.errorId());
    json.put("message", failure.userMessage(console.locale()));
    json.put("detail", failure.getMessage());
    json.put("remedy", failure.remedy().name());
    if (failure instanceof InvalidRequestException invalid) {
      invalid
          .violations()
          .forEach(
              violation ->
                  json.withArray("violations")
                      .addObject()
                      .put("field", violation.field())
                      .put("message", violation.message(console.locale())));
    } else if (failure instanceof OqsSystemException system) {
      json.put("errorCode", system.code()).put("errorMessage", system.oqsMessage());
    } else if (failure instanceof TerminalRejectionException rejection) {
      json.put("request", rejection.ticket().name());
      json.put("terminalText", rejection.terminalText());
    } else if (failure instanceof WebRejectionException rejection) {
      json.put("request", rejection.ticket().name());
      json.put("httpStatus", rejection.status());
      json.put("serverText", rejection.serverText());
    } else if (failure instanceof NoAnswerException none) {
      json.put("sent", none.sent().name());
      none.ticket().ifPresent(ticket -> json.put("request", ticket.name()));
    }
    return json;
  }
}
