// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.policy.Editions;
import school.lanyard.web.Form;

/// The answers of "May I?" for programs, in the shapes that the commands `policy subjects` and
/// `policy ask` have.
@RestController
final class MayIAnswers {

    private final Editions editions;

    MayIAnswers(Editions editions) {
        this.editions = editions;
    }

    @MayCall(Caller.SIGNED_IN)
    @GetMapping(MayI.ADDRESS + ".json")
    ResponseEntity<List<Map<String, Object>>> subjects(SignedIn caller) {
        var subjects =
                editions.running(caller.schoolId()).pack().decide().subjects().stream()
                        .map(each -> each.shape())
                        .toList();
        return json(HttpStatus.OK, subjects);
    }

    @MayCall(Caller.SIGNED_IN)
    @GetMapping(MayI.ADDRESS + "/{table:[a-z0-9-]+}/{row:[a-z0-9-]+}.json")
    ResponseEntity<Map<String, Object>> row(
            @PathVariable String table,
            @PathVariable String row,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn caller) {
        return answer(table + "/" + row, typed, caller);
    }

    @MayCall(Caller.SIGNED_IN)
    @GetMapping(MayI.ADDRESS + "/{table:[a-z0-9-]+}/{column:[a-z0-9-]+}/{row:[a-z0-9-]+}.json")
    ResponseEntity<Map<String, Object>> cell(
            @PathVariable String table,
            @PathVariable String column,
            @PathVariable String row,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn caller) {
        return answer(table + "/" + column + "/" + row, typed, caller);
    }

    private ResponseEntity<Map<String, Object>> answer(
            String key, MultiValueMap<String, String> typed, SignedIn caller) {
        var asking = Asking.by(caller, typed.getFirst("who"), editions);
        if (!asking.decisions().knows(key)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var form = Form.of(typed);
        var questions = asking.decisions().questions(asking.group(), key);
        var given = asking.given(form, questions);
        return form.refused()
                ? json(HttpStatus.UNPROCESSABLE_CONTENT, problems(form))
                : json(HttpStatus.OK, asking.decisions().tell(asking.group(), key, given).shape());
    }

    /// The address says that it is JSON, whatever a program says that it accepts.
    private static <T> ResponseEntity<T> json(HttpStatus status, T body) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(body);
    }

    private static Map<String, Object> problems(Form form) {
        var problems = new LinkedHashMap<String, Object>();
        form.errors().forEach(each -> problems.put(each.field(), each.message()));
        return Map.of("problems", problems);
    }
}
