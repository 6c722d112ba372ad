using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Features.Cycles;

namespace ProjectCycle.Features.Tests.Cycles;

public sealed class TemplateLoaderTests
{
    private const string Good = """
        id: small
        version: 1
        name: { en: "Small", id: "Kecil" }
        description: { en: "To try things on", id: "Untuk mencoba" }
        start: idea
        states:
          - { code: running, kind: group, name: { en: "Running", id: "Berjalan" } }
          - code: idea
            kind: stage
            parent: running
            name: { en: "Idea", id: "Gagasan" }
            partnerName: { en: "Concept", id: "Konsep" }
            purpose: { en: "Think", id: "Pikirkan" }
            expectedDays: 30
            steps:
              - { code: think, name: { en: "Think", id: "Pikirkan" } }
            deadlines:
              - code: note-due
                name: { en: "Note due", id: "Catatan jatuh tempo" }
                days: 10
                roll: next
                reminders: [7, 1, 0, -7]
          - code: work
            kind: stage
            parent: running
            name: { en: "Work", id: "Kerja" }
          - { code: on-hold, kind: held, name: { en: "On hold", id: "Ditunda" } }
          - { code: closed, kind: closed, name: { en: "Closed", id: "Ditutup" } }
          - { code: dropped, kind: dropped, name: { en: "Dropped", id: "Dihentikan" } }
        moves:
          - kind: advance
            from: idea
            to: work
            gate:
              - code: has-note
                kind: document
                subject: note
                text: { en: "The note is attached.", id: "Catatan dilampirkan." }
                suppliedBy: [staff]
              - code: is-tidy
                kind: checklist
                subject: tidy
                text: { en: "All is tidy.", id: "Semua rapi." }
                suppliedBy: [staff]
              - code: board-agrees
                kind: decision
                subject: board
                text: { en: "The board agrees.", id: "Dewan setuju." }
                suppliedBy: [reviewer]
              - code: has-owner
                kind: field
                subject: owner
                text: { en: "The owner is named.", id: "Penanggung jawab ditetapkan." }
                suppliedBy: [manager]
              - code: is-signed
                kind: date
                subject: signed-on
                text: { en: "It is signed.", id: "Sudah ditandatangani." }
                suppliedBy: [manager]
          - { kind: close, from: work, to: closed }
          - { kind: return, from: work, to: [idea] }
          - { kind: hold, from: running, to: on-hold }
          - { kind: resume, from: on-hold, to: previous }
          - { kind: drop, from: running, to: dropped }
          - { kind: reopen, from: closed, to: previous }
        documentKinds:
          - { code: note, name: { en: "Note", id: "Catatan" } }
        checklist:
          - { code: tidy, text: { en: "All is tidy", id: "Semua rapi" }, confirmedBy: [staff] }
        authorities:
          - { code: board, name: { en: "Board", id: "Dewan" }, recordedBy: [reviewer] }
        ratingScale:
          - { code: good, name: { en: "Good", id: "Baik" }, means: successful }
          - { code: bad, name: { en: "Bad", id: "Buruk" }, means: unsuccessful }
        """;

    /// <summary>What is put in place of what, the beginning of the line that must be blamed, and the reason.</summary>
    public static TheoryData<string, string, string, string> Breaks => new()
    {
        // The file
        { "    kind: stage", "\tkind: stage", "\tkind: stage", "the YAML cannot be read from here on: " },
        { "start: idea", "start: \"idea", "start: \"idea", "the YAML cannot be read from here on: " },
        { "    kind: stage\n    parent: running\n    name: { en: \"Work\"", "   kind: stage\n    parent: running\n    name: { en: \"Work\"", "   kind: stage", "the YAML cannot be read from here on: " },
        { "version: 1", "version: 1\nversion: 2", "version: 2", "a key is written twice in the same place" },
        { "start: idea", "start: &s idea\nmore: *s", "more: *s", "aliases (*name) are not used in templates" },
        { "start: idea", "start: [[[[[[[[[[[[[[[[[[[[[[idea]]]]]]]]]]]]]]]]]]]]]]", "start: [[", "the file is nested deeper than 20 levels" },
        { "authorities:", "---\nauthorities:", "authorities:", "the file holds 2 documents" },

        // Shape
        { "start: idea", "start: idea\ncolour: blue", "colour: blue", "'colour' is not a key of a template; known are: id, version, name" },
        { "    expectedDays: 30", "    expectedDay: 30", "    expectedDay: 30", "'expectedDay' is not a key of a state; known are: code, kind, parent" },
        { "{ en: \"Idea\", id: \"Gagasan\" }", "{ en: \"Idea\", id: \"Gagasan\", de: \"Idee\" }", "    name: { en: \"Idea\"", "'de' is not a key of a text; known are: en, id" },
        { "start: idea\n", "", "id: small", "'start' is missing from this template" },
        { "    kind: stage\n    parent: running\n    name: { en: \"Work\"", "    parent: running\n    name: { en: \"Work\"", "  - code: work", "'kind' is missing from this state" },
        { "    name: { en: \"Work\", id: \"Kerja\" }", "    purpose: { en: \"Work\", id: \"Kerja\" }", "  - code: work", "'name' is missing from this state" },
        { "  - { kind: close, from: work, to: closed }", "  - close", "  - close", "a move must be a mapping of keys to values" },
        { "documentKinds:\n  - { code: note, name: { en: \"Note\", id: \"Catatan\" } }", "documentKinds: note", "documentKinds: note", "'documentKinds' must be a list" },
        { "start: idea", "start: [idea]", "start: [idea]", "'start' must be a single text" },
        { "    name: { en: \"Idea\", id: \"Gagasan\" }", "    name: Idea", "    name: Idea", "'name' must give both languages" },
        { "version: 1", "version: one", "version: one", "'version' must be a whole number, not 'one'" },
        { "version: 1", "version: \"1\"", "version: \"1\"", "'version' must be a whole number, not '1'" },
        { "reminders: [7, 1, 0, -7]", "reminders: [7, soon]", "        reminders: [7, soon]", "'reminders' must be a whole number, not 'soon'" },
        { "kind: close,", "kind: finish,", "  - { kind: finish", "'finish' is not a value of 'kind'; known are: advance, return, hold" },
        { "roll: next", "roll: forward", "        roll: forward", "'forward' is not a value of 'roll'; known are: none, next, previous" },
        { "confirmedBy: [staff]", "confirmedBy: [clerk]", "  - { code: tidy", "'clerk' is not a value of 'confirmedBy'; known are: staff, manager" },

        { "ratingScale:", "monitoring: strict\nratingScale:", "monitoring: strict", "a monitoring must be a mapping of keys to values" },
        { "ratingScale:", "monitoring:\n  varianceFrom: 0\nratingScale:", "  varianceFrom", "'varianceFrom' is not a key of a monitoring; known are: scheduleBy, varianceOnTrack" },
        { "ratingScale:", "monitoring:\n  turnoverTarget: twice\nratingScale:", "  turnoverTarget", "'turnoverTarget' must be a number such as 80 or 1.6, not 'twice'" },
        { "ratingScale:", "monitoring:\n  overallOnTrack: 1,6\nratingScale:", "  overallOnTrack", "'overallOnTrack' must be a number such as 80 or 1.6, not '1,6'" },
        { "ratingScale:", "monitoring:\n  advanceMonths: 6.5\nratingScale:", "  advanceMonths", "'advanceMonths' must be a whole number, not '6.5'" },
        { "ratingScale:", "monitoring:\n  scheduleBy: guess\nratingScale:", "  scheduleBy", "'guess' is not a value of 'scheduleBy'; known are: variance, ratio" },
        { "means: unsuccessful", "means: fair", "  - { code: bad", "'fair' is not a value of 'means'; known are: successful, unsuccessful" },

        // Meaning
        { "ratingScale:", "monitoring:\n  fiscalYearFrom: 13\nratingScale:", "  fiscalYearFrom", "13 is outside 1 to 12" },
        { "ratingScale:", "monitoring:\n  counterpartShort: 100.5\nratingScale:", "  counterpartShort", "100.5 is outside 0 to 100" },
        { "ratingScale:", "monitoring:\n  varianceOnTrack: -30\nratingScale:", "monitoring:", "'varianceBehind' (-30) must lie below 'varianceOnTrack' (-30)" },
        { "ratingScale:", "monitoring:\n  ratioBehind: 120\nratingScale:", "  ratioBehind", "'ratioBehind' (120) must lie below 'ratioOnTrack' (100)" },
        { "ratingScale:", "monitoring:\n  indicatorForAttention: 80\nratingScale:", "  indicatorForAttention", "'indicatorForAttention' (80) must lie below 'indicatorOnTrack' (80)" },
        { "ratingScale:", "monitoring:\n  overallForAttention: 1.7\nratingScale:", "  overallForAttention", "'overallForAttention' (1.7) must lie below 'overallOnTrack' (1.6)" },
        { "ratingScale:", "monitoring:\n  scheduleBy: ratio\nratingScale:", "  scheduleBy", "with 'scheduleBy: ratio' the cut-off 'ratioBehind' must be given" },
        { "code: bad,", "code: good,", "  - { code: good, name: { en: \"Bad\"", "the code 'good' is used twice" },
        { "means: unsuccessful", "means: successful", "ratingScale:", "a rating scale needs a successful and an unsuccessful grade" },
        { "means: successful }\n", "means: unsuccessful }\n  - { code: fair, name: { en: \"Fair\", id: \"Cukup\" }, means: successful }\n", "  - { code: fair", "the grade 'fair' means success but stands below one that does not" },
        { "id: small", "id: Small One", "id: Small One", "'Small One' is not a usable code" },
        { "code: note,", "code: note_1,", "  - { code: note_1", "'note_1' is not a usable code" },
        { "version: 1", "version: 0", "version: 0", "the version must be 1 or more, not 0" },
        { "{ en: \"Idea\", id: \"Gagasan\" }", "{ en: \"Idea\" }", "    name: { en: \"Idea\" }", "the text is missing in language 'id'" },
        { "{ en: \"Concept\", id: \"Konsep\" }", "{ en: \" \", id: \"Konsep\" }", "    partnerName:", "the text is missing in language 'en'" },
        { "{ en: \"The note is attached.\", id: \"Catatan dilampirkan.\" }", "{ id: \"Catatan dilampirkan.\" }", "        text: { id: \"Catatan dilampirkan.\" }", "the text is missing in language 'en'" },
        { "  - code: work", "  - code: idea", "  - code: idea#2", "the code 'idea' is used twice" },
        { "      - code: is-tidy", "      - code: has-note", "      - code: has-note#2", "the code 'has-note' is used twice" },
        { "  - { code: note, name: { en: \"Note\", id: \"Catatan\" } }", "  - { code: note, name: { en: \"Note\", id: \"Catatan\" } }\n  - { code: note, name: { en: \"N\", id: \"C\" } }", "  - { code: note, name: { en: \"N\"", "the code 'note' is used twice" },
        { "expectedDays: 30", "expectedDays: 0", "    expectedDays: 0", "0 is outside 1 to 3660" },
        { "days: 10", "days: -1", "        days: -1", "-1 is outside 0 to 3660" },
        { "{ code: closed, kind: closed, name", "{ code: closed, kind: closed, expectedDays: 5, name", "  - { code: closed", "'expectedDays' belongs to stages only, and 'closed' is not a stage" },
        { "        days: 10\n", "", "      - code: note-due", "the deadline 'note-due' must be counted in one of 'days', 'workingDays' and 'months'" },
        { "        days: 10", "        days: 10\n        months: 1", "      - code: note-due", "the deadline 'note-due' must be counted in one of 'days', 'workingDays' and 'months'" },
        { "        days: 10", "        from: sunday\n        days: 10", "        from: sunday", "'sunday' is not a date a deadline can be counted from; known are: entry, planned-start" },
        { "        days: 10", "        from: signed-on\n        halfwayTo: noon", "        halfwayTo: noon", "'noon' is not a date a deadline can be counted from" },
        { "        days: 10", "        from: due:later\n        days: 10", "      - code: note-due", "no deadline 'later' stands before this one and comes once" },
        { "        days: 10", "        from: signed-on\n        halfwayTo: due:later", "      - code: note-due", "no deadline 'later' stands before this one and comes once" },
        { "        days: 10", "        from: done:note-due\n        days: 10", "      - code: note-due", "no deadline 'note-due' stands before this one and comes once" },
        { "        days: 10", "        earliestOf:\n          - { from: signed-on, days: 1, months: 1 }\n          - { from: closing-on, days: 1 }", "          - { from: signed-on", "the deadline 'note-due' must be counted in one of" },
        { "        days: 10", "        every: year\n        endOf: year\n        days: 10", "      - code: note-due", "the deadline 'note-due' comes back with 'every' and must be counted from one date" },
        { "        days: 10", "        every: week\n        days: 10", "        every: week", "'week' is not a value of 'every'; known are: quarter, halfyear, year" },
        { "        days: 10", "        every: year\n        until: never\n        days: 10", "        until: never", "'never' is not a date a deadline can be counted from" },
        { "        days: 10", "        every: quarter\n        leastMonths: 4\n        days: 10", "        leastMonths: 4", "4 is outside 0 to 3" },
        { "[7, 1, 0, -7]", "[1, 7]", "        reminders: [1, 7]", "the reminders (1, 7) must go down from largest to smallest and lie between 365 and -365 days" },
        { "[7, 1, 0, -7]", "[7, 7]", "        reminders: [7, 7]", "the reminders (7, 7) must go down" },
        { "[7, 1, 0, -7]", "[366]", "        reminders: [366]", "the reminders (366) must go down" },
        { "suppliedBy: [staff]", "suppliedBy: []", "        suppliedBy: []", "at least one role must be named" },
        { "recordedBy: [reviewer]", "recordedBy: []", "  - { code: board", "at least one role must be named" },
        { "subject: board\n        text: { en: \"The board agrees.\", id: \"Dewan setuju.\" }\n        suppliedBy: [reviewer]", "subject: board\n        text: { en: \"The board agrees.\", id: \"Dewan setuju.\" }\n        suppliedBy: [finance]", "        suppliedBy: [finance]", "the role 'finance' is named here, but may not supply 'board'" },
        { "name: { en: \"Note\", id: \"Catatan\" } }", "name: { en: \"Note\", id: \"Catatan\" }, needs: [later] }", "  - { code: note", "'later' is not a part of the work; known are: need-map" },
        { "subject: note", "subject: letter", "        subject: letter", "'letter' is not among the documentKinds of this template: note" },
        { "subject: tidy", "subject: clean", "        subject: clean", "'clean' is not in the checklist of this template: tidy" },
        { "subject: board", "subject: council", "        subject: council", "'council' is not among the authorities of this template: board" },
        { "subject: owner", "subject: colour", "        subject: colour", "'colour' is not a field of a project; known are: summary, owner" },
        { "subject: signed-on", "subject: summary", "        subject: summary", "'summary' is not a date of a project; known are: planned-start" },
        { "start: idea", "start: nowhere", "start: nowhere", "there is no state 'nowhere'; known are: running, idea, work" },
        { "start: idea", "start: running", "start: running", "a project must start in a stage, and 'running' is not one" },
        { "    parent: running\n    name: { en: \"Work\"", "    parent: nowhere\n    name: { en: \"Work\"", "    parent: nowhere", "there is no state 'nowhere'" },
        { "    parent: running\n    name: { en: \"Work\"", "    parent: idea\n    name: { en: \"Work\"", "    parent: idea", "'work' cannot stand in 'idea'" },
        { "code: running, kind: group,", "code: running, kind: group, parent: running,", "  - { code: running", "'running' stands in itself" },
        { "from: work, to: closed", "from: nowhere, to: closed", "  - { kind: close", "there is no state 'nowhere'" },
        { "to: on-hold }", "to: nowhere }", "  - { kind: hold", "there is no state 'nowhere'" },
        { "kind: resume, from: on-hold", "kind: resume, from: work", "  - { kind: resume", "'resume' cannot start from 'work', which is a stage state" },
        { "kind: reopen, from: closed", "kind: reopen, from: on-hold", "  - { kind: reopen", "'reopen' cannot start from 'on-hold', which is a held state" },
        { "    from: idea\n    to: work", "    from: idea\n    to: closed", "    to: closed", "'advance' cannot lead to 'closed', which is a closed state" },
        { "kind: close, from: work, to: closed", "kind: close, from: work, to: dropped", "  - { kind: close", "'close' cannot lead to 'dropped', which is a dropped state" },
        { "kind: hold, from: running, to: on-hold", "kind: hold, from: running, to: previous", "  - { kind: hold", "'hold' cannot lead to 'previous': only 'resume' and 'reopen' do" },
        { "kind: drop, from: running, to: dropped", "kind: drop, from: running, to: [dropped, closed]", "  - { kind: drop", "'drop' must lead to one state (a return to one or more), not to 2" },
        { "kind: return, from: work, to: [idea]", "kind: return, from: work, to: []", "  - { kind: return", "'return' must lead to one state (a return to one or more), not to 0" },
        { "kind: return, from: work, to: [idea]", "kind: return, from: idea, to: [work]", "  - { kind: return", "'return' from 'idea' to 'work' goes the wrong way" },
        { "kind: reopen, from: closed, to: previous }", "kind: hold, from: running, to: on-hold }", "  - { kind: hold, from: running, to: on-hold }#2", "there is already a 'hold' from 'running'" },
        { "{ code: closed, kind: closed, name", "{ code: closed, kind: dropped, name", "  - { kind: close", "'close' cannot lead to 'closed', which is a dropped state" },
        { "  - { code: closed, kind: closed, name: { en: \"Closed\", id: \"Ditutup\" } }\n", "", "  - { kind: close", "there is no state 'closed'; known are" },
        { "  - { kind: close, from: work, to: closed }\n  - { kind: return, from: work, to: [idea] }", "  - { kind: return, from: work, to: [idea] }", "  - code: work", "the stage 'work' has neither an 'advance' nor a 'close' out of it" },
        { "  - { kind: close, from: work, to: closed }\n  - { kind: return, from: work, to: [idea] }", "  - { kind: return, from: work, to: [idea] }", "  - code: idea", "from the stage 'idea' no way leads to a closed state" },
        { "  - { code: on-hold,", "  - { code: lost, kind: stage, name: { en: \"Lost\", id: \"Hilang\" } }\n  - { code: on-hold,", "  - { code: lost", "the stage 'lost' cannot be reached from the start 'idea'" },
        { "  - { kind: drop, from: running, to: dropped }", "  - { kind: drop, from: running, to: dropped }\n  - { kind: close, from: running, to: closed, gate: [{ code: x, kind: field, subject: owner, text: { en: e, id: i }, suppliedBy: [staff] }] }", "  - { kind: close, from: work", "'close' is given both for 'work' and for its group 'running', with a gate" },
    };

    [Fact]
    public void LoadText_WhenSound_YieldsTheTemplateItsTextAndItsHash()
    {
        var load = TemplateLoader.LoadText("small.yaml", Good);
        Assert.Empty(load.Faults);
        var loaded = Assert.Single(load.Templates);
        Assert.Equal(("small.yaml", "small", 1), (loaded.FileName, loaded.Template.Id, loaded.Template.Version));
        Assert.Equal(64, loaded.Hash.Length);
        var idea = loaded.Template.State("idea");
        Assert.Equal(("running", 30, "Konsep", "Pikirkan"), (idea.Parent, idea.ExpectedDays, idea.PartnerName!.Id, idea.Purpose.Id));
        Assert.Equal([7, 1, 0, -7], idea.Deadlines[0].Reminders);
        Assert.Equal(5, loaded.Template.Moves[0].Gate.Count);
    }

    [Fact]
    public void LoadText_WithCutOffsOfTheMonitoring_TakesPerCentAsRatiosAndKeepsTheOtherDefaults()
    {
        var text = Good + "\nmonitoring:\n  scheduleBy: ratio\n  ratioBehind: 50\n  varianceBehind: -12.5\n  overallOnTrack: 1.70\n  advanceMonths: 3\n";

        var rules = TemplateLoader.LoadText("small.yaml", text).Templates.Single().Template.Monitoring;

        Assert.Equal(new MonitoringRules { ScheduleBy = ScheduleMethod.Ratio, RatioBehind = 0.5m, VarianceBehind = -0.125m, OverallOnTrack = 1.7m, AdvanceMonths = 3 }, rules);
        Assert.Equal(new MonitoringRules(), TemplateLoader.LoadText("small.yaml", Good).Templates.Single().Template.Monitoring);
    }

    /// <summary>What a file says in full is the same as what another leaves to the defaults.</summary>
    [Fact]
    public void LoadText_WithAllDefaultsWrittenOut_IsTheSameTemplate()
    {
        var settings = new MonitoringRules().Settings().Where(s => s.Value is not null).Select(s => FormattableString.Invariant($"  {s.Key}: {s.Value:0.0#}"))
            .Select(line => line.Contains("Percent", StringComparison.Ordinal) || line.Contains("Months", StringComparison.Ordinal) || line.Contains("YearFrom", StringComparison.Ordinal) ? line.Replace(".0", "", StringComparison.Ordinal) : line);
        var full = TemplateLoader.LoadText("a.yaml", $"{Good}\nmonitoring:\n  scheduleBy: variance\n{string.Join('\n', settings)}\n").Templates.Single().Template;

        Assert.True(TemplateDifference.IsSame(TemplateLoader.LoadText("b.yaml", Good).Templates.Single().Template, full));
    }

    [Fact]
    public void LoadText_WhenLineEndsDiffer_YieldsTheSameTextAndHash()
    {
        var unix = TemplateLoader.LoadText("a.yaml", Good).Templates[0];
        var windows = TemplateLoader.LoadText("a.yaml", "\uFEFF" + Good.ReplaceLineEndings("\r\n")).Templates[0];
        Assert.Equal((unix.Hash, unix.Text), (windows.Hash, windows.Text));
    }

    [Fact]
    public void LoadText_WhenAWordDiffers_YieldsAnotherHash() =>
        Assert.NotEqual(TemplateLoader.LoadText("a.yaml", Good).Templates[0].Hash, TemplateLoader.LoadText("a.yaml", Good + "\n# note").Templates[0].Hash);

    [Theory]
    [MemberData(nameof(Breaks))]
    public void LoadText_WhenBroken_BlamesTheLineWithTheReason(string sound, string broken, string line, string reason)
    {
        Assert.Contains(sound, Good, StringComparison.Ordinal);
        var at = Good.IndexOf(sound, StringComparison.Ordinal);
        var text = Good[..at] + broken + Good[(at + sound.Length)..];

        var load = TemplateLoader.LoadText("small.yaml", text);

        Assert.Empty(load.Templates);
        Assert.True(
            load.Faults.Any(f => f.File == "small.yaml" && f.Line == LineOf(text, line) && f.Reason.StartsWith(reason, StringComparison.Ordinal)),
            $"Wanted line {LineOf(text, line)}: {reason}\nGot {string.Join("\n", load.Faults)}");
    }

    [Fact]
    public void LoadText_WhenSeveralThingsAreWrong_TellsThemAllInOrderOfLines()
    {
        var text = Good.Replace("start: idea", "start: idea\ncolour: blue", StringComparison.Ordinal)
            .Replace("expectedDays: 30", "expectedDays: 0", StringComparison.Ordinal)
            .Replace("subject: note", "subject: letter", StringComparison.Ordinal);
        Assert.Equal(3, TemplateLoader.LoadText("a.yaml", text).Faults.Count);
        Assert.True(TemplateLoader.LoadText("a.yaml", text).Faults.Zip(TemplateLoader.LoadText("a.yaml", text).Faults.Skip(1)).All(p => p.First.Line <= p.Second.Line));
    }

    [Fact]
    public void LoadText_WhenNothingCanEnd_SaysSo()
    {
        var text = string.Join('\n', Good.Split('\n').Where(line => !line.Contains("closed", StringComparison.Ordinal)));
        Assert.Contains(
            TemplateLoader.LoadText("a.yaml", text).Faults,
            f => f.Line == LineOf(text, "states:") && f.Reason == "no state is of kind 'closed', so that a project could never end");
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment\n")]
    public void LoadText_WhenEmpty_SaysSo(string text) =>
        Assert.Equal("small.yaml:1: the file is empty", TemplateLoader.LoadText("small.yaml", text).Faults.Single().ToString());

    [Fact]
    public void LoadText_WhenNotAMapping_SaysSo() =>
        Assert.Contains(TemplateLoader.LoadText("a.yaml", "- one").Faults, f => f.Reason == "a template must be a mapping of keys to values");

    [Fact]
    public void LoadText_WhenTooLong_SaysSo() =>
        Assert.StartsWith("the file is longer than", TemplateLoader.LoadText("a.yaml", new string('#', TemplateLoader.LongestText + 1)).Faults.Single().Reason, StringComparison.Ordinal);

    [Fact]
    public void LoadText_WhenNestedWithoutEnd_AnswersInsteadOfEndingTheProcess() =>
        Assert.Equal("the file is nested deeper than 20 levels", TemplateLoader.LoadText("a.yaml", new string('[', 400_000)).Faults.Single().Reason);

    [Fact]
    public void LoadFolder_WhenOneFileIsBroken_LoadsTheOthers()
    {
        using var folder = new TempFolder();
        folder.Write("b.yaml", Good);
        folder.Write("a.yaml", Good.Replace("start: idea", "start: nowhere", StringComparison.Ordinal));
        folder.Write("notes.txt", "not a template");
        var load = TemplateLoader.LoadFolder(folder.Path);
        Assert.Equal(["b.yaml"], load.Templates.Select(t => t.FileName));
        Assert.Equal(["a.yaml"], load.Faults.Select(f => f.File));
        Assert.False(load.IsSound);
    }

    [Fact]
    public void LoadFolder_WhenTwoFilesHoldTheSameVersion_RefusesTheSecond()
    {
        using var folder = new TempFolder();
        folder.Write("a.yaml", Good);
        folder.Write("b.yaml", Good);
        var load = TemplateLoader.LoadFolder(folder.Path);
        Assert.Equal("b.yaml:1: version 1 of 'small' is already in a.yaml; give this file another id or a higher version", load.Faults.Single().ToString());
        Assert.Single(load.Templates);
    }

    [Fact]
    public void LoadFolder_WhenAFileIsNamedYml_SaysSo()
    {
        using var folder = new TempFolder();
        folder.Write("a.yml", Good);
        Assert.Equal("a.yml:1: the file is ignored unless its name ends in .yaml", TemplateLoader.LoadFolder(folder.Path).Faults.Single().ToString());
    }

    [Fact]
    public void LoadFolder_WhenAFileIsNotUtf8_SaysSo()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(Path.Combine(folder.Path, "a.yaml"), [0x69, 0x64, 0x3A, 0x20, 0xFC]);
        Assert.Equal("a.yaml:1: the file is not UTF-8 text", TemplateLoader.LoadFolder(folder.Path).Faults.Single().ToString());
    }

    [Fact]
    public void LoadFolder_WhenThereIsNone_SaysSo() =>
        Assert.Equal("the folder does not exist", TemplateLoader.LoadFolder("/nowhere/at/all").Faults.Single().Reason);

    /// <summary>The line, counted from 1, that begins with <paramref name="start"/>; "#2" at its end asks for the second such line.</summary>
    private static int LineOf(string text, string start)
    {
        var which = start.EndsWith("#2", StringComparison.Ordinal) ? 1 : 0;
        var wanted = which == 1 ? start[..^2] : start;
        return text.Split('\n').Select((line, i) => (line, i)).Where(l => l.line.StartsWith(wanted, StringComparison.Ordinal)).ElementAt(which).i + 1;
    }

    private sealed class TempFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("templates").FullName;

        public void Write(string name, string text) => File.WriteAllText(System.IO.Path.Combine(Path, name), text);

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
