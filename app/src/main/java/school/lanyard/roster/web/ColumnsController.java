// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.ledger.Actor;
import school.lanyard.policy.Editions;
import school.lanyard.roster.Imports;
import school.lanyard.roster.file.Columns;
import school.lanyard.roster.file.Field;
import school.lanyard.roster.file.Format;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// What the columns of a spreadsheet hold: guessed, shown with what is in them, and corrected.
@Controller
public class ColumnsController {

    private static final List<Choice> FIELDS =
            Arrays.stream(Field.values())
                    .map(each -> Choice.of(each.name(), each.label()))
                    .toList();

    public static final List<Choice> HEADED =
            List.of(Choice.of("yes", "The first row names the columns"));

    /// One column.
    ///
    /// @param cells some of what is in it
    public record Column(String name, String heading, String cells) {}

    public record ColumnsPage(
            Form form, String id, List<Column> columns, List<Choice> fields, List<Choice> groups) {}

    private final Imports imports;
    private final Editions editions;

    ColumnsController(Imports imports, Editions editions) {
        this.imports = imports;
        this.editions = editions;
    }

    @MayCall(Caller.ADMINISTER)
    @GetMapping("/roster/imports/{id}/columns")
    ModelAndView form(@PathVariable String id, SignedIn who) {
        var guess = guess(who, id);
        var columns = guess.columns();
        var form = Form.blank().with("everyone", columns.everyone());
        if (columns.headed()) {
            form.with("headed", "yes");
        }
        for (int i = 0; i < columns.fields().size(); i++) {
            form.with("column-" + i, columns.fields().get(i).map(Field::name).orElse(""));
        }
        return Pages.form("roster/columns", page(who, id, form, guess));
    }

    @MayCall(Caller.ADMINISTER)
    @PostMapping("/roster/imports/{id}/columns")
    ModelAndView say(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn who) {
        var guess = guess(who, id);
        var form = Form.of(typed);
        var fields = new ArrayList<Optional<Field>>();
        for (int i = 0; i < guess.rows().getFirst().size(); i++) {
            fields.add(field(form.text("column-" + i)));
        }
        var everyone = form.text("everyone");
        var known = groups(who).stream().anyMatch(each -> each.value().equals(everyone));
        var columns =
                new Columns(form.all("headed").contains("yes"), fields, known ? everyone : "");
        var refusal = columns.refusal();
        if (refusal.isPresent()) {
            form.reject("column-0", refusal.get());
            return Pages.refused("roster/columns", page(who, id, form, guess));
        }
        imports.say(who.schoolId(), actor(who), id, columns);
        return Pages.to("/roster/imports/" + id);
    }

    private static Optional<Field> field(String name) {
        return Arrays.stream(Field.values()).filter(each -> each.name().equals(name)).findFirst();
    }

    private ColumnsPage page(SignedIn who, String id, Form form, Columns.Guess guess) {
        var first = guess.rows().getFirst();
        var headed = form.all("headed").contains("yes");
        return new ColumnsPage(
                form,
                id,
                IntStream.range(0, first.size())
                        .mapToObj(i ->
                                new Column(
                                        "column-" + i,
                                        headed && !first.get(i).isBlank()
                                                ? first.get(i)
                                                : "Column " + (i + 1),
                                        cells(guess.rows(), i, headed)))
                        .toList(),
                FIELDS,
                groups(who));
    }

    private static String cells(List<List<String>> rows, int at, boolean headed) {
        return String.join(
                ", ",
                rows.stream()
                        .skip(headed ? 1 : 0)
                        .filter(row -> at < row.size() && !row.get(at).isBlank())
                        .map(row -> row.get(at).strip())
                        .toList());
    }

    private List<Choice> groups(SignedIn who) {
        return editions.running(who.schoolId()).pack().vocabulary().groups().values().stream()
                .map(each -> Choice.of(each.key(), GroupWords.capital(each.many())))
                .toList();
    }

    private Columns.Guess guess(SignedIn who, String id) {
        return imports.find(who.schoolId(), id)
                .filter(each -> each.end() == null && each.format() == Format.CSV)
                .flatMap(_ -> imports.columns(who.schoolId(), id, actor(who)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Actor actor(SignedIn who) {
        return Actor.person(who.personId());
    }
}
