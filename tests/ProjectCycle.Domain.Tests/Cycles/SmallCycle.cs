using System.Collections.Frozen;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Domain.Tests.Cycles;

/// <summary>Three stages in a group, with one condition of each kind; small enough to be read whole.</summary>
internal static class SmallCycle
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static readonly Trigger Advance = new(MoveKind.Advance);
    public static readonly Trigger Hold = new(MoveKind.Hold);
    public static readonly Trigger Resume = new(MoveKind.Resume);
    public static readonly Trigger Drop = new(MoveKind.Drop);
    public static readonly Trigger Close = new(MoveKind.Close);
    public static readonly Trigger Reopen = new(MoveKind.Reopen);

    public static readonly CycleTemplate Template = new()
    {
        Id = "small",
        Version = 1,
        Name = Text("Small"),
        Description = Text("A cycle to try things on"),
        Start = "idea",
        States =
        [
            State("running", StateKind.Group),
            State("idea", StateKind.Stage, "running"),
            State("work", StateKind.Stage, "running"),
            State("review", StateKind.Stage, "running"),
            State("on-hold", StateKind.Held),
            State("closed", StateKind.Closed),
            State("dropped", StateKind.Dropped),
        ],
        Moves =
        [
            Move(MoveKind.Advance, "idea", ["work"], Condition("has-note", ConditionKind.Document, "note"), Condition("has-owner", ConditionKind.Field, ProjectFields.Owner)),
            Move(MoveKind.Advance, "work", ["review"], Condition("board-agrees", ConditionKind.Decision, "board"), Condition("is-signed", ConditionKind.Date, ProjectFields.SignedOn)),
            Move(MoveKind.Close, "review", ["closed"], Condition("is-tidy", ConditionKind.Checklist, "tidy")),
            Move(MoveKind.Return, "work", ["idea"]),
            Move(MoveKind.Return, "review", ["idea", "work"]),
            Move(MoveKind.Hold, "running", ["on-hold"]),
            Move(MoveKind.Resume, "on-hold", [CycleMove.Previous]),
            Move(MoveKind.Drop, "running", ["dropped"]),
            Move(MoveKind.Drop, "on-hold", ["dropped"]),
            Move(MoveKind.Reopen, "closed", [CycleMove.Previous]),
            Move(MoveKind.Reopen, "dropped", [CycleMove.Previous]),
        ],
        DocumentKinds = [new DocumentKind("note", Text("Note"), [])],
        Checklist = [new ChecklistItem("tidy", Text("All is tidy"), [Role.Staff])],
        Authorities = [new Authority("board", Text("Board"), [Role.Reviewer])],
    };

    public static GateFacts NoFacts { get; } = GateFacts.None(Today);

    /// <summary>Facts with which every gate of any template is open.</summary>
    public static GateFacts AllFacts(CycleTemplate template)
    {
        return new GateFacts(
            Subjects(ConditionKind.Document), Subjects(ConditionKind.Checklist), Subjects(ConditionKind.Decision), Subjects(ConditionKind.Field),
            ProjectFields.Dates.ToDictionary(code => code, _ => Today), Subjects(ConditionKind.Work), Today);

        FrozenSet<string> Subjects(ConditionKind kind) =>
            template.Moves.SelectMany(m => m.Gate).Where(c => c.Kind == kind).Select(c => c.Subject).ToFrozenSet();
    }

    public static Project NewProject(string state = "idea") => Project.Register(
        new ProjectDetails { Code = "P-1", NameId = "Air bersih" }, Template, state, Today.AddDays(-10), new DateTime(2026, 11, 12, 1, 0, 0, DateTimeKind.Utc));

    public static CycleMachine Machine(Project project, GateFacts? facts = null) =>
        CycleMachine.For(Template, project, facts ?? AllFacts(Template));

    public static Trigger ReturnTo(string stage) => new(MoveKind.Return, stage);

    /// <summary>Makes the moves, which must all succeed.</summary>
    public static void Walk(Project project, params Trigger[] triggers)
    {
        foreach (var trigger in triggers)
            Assert.True(Machine(project).Fire(trigger, Today).Succeeded, $"{trigger} from {project.State}");
    }

    public static LocalText Text(string en) => new(en, en + " (id)");

    public static CycleState State(string code, StateKind kind, string? parent = null) =>
        new() { Code = code, Kind = kind, Parent = parent, Name = Text(code) };

    public static CycleMove Move(MoveKind kind, string from, string[] to, params GateCondition[] gate) =>
        new() { Kind = kind, From = from, To = to, Gate = gate };

    public static GateCondition Condition(string code, ConditionKind kind, string subject) => new()
    {
        Code = code,
        Kind = kind,
        Subject = subject,
        Text = Text(code),
        SuppliedBy = kind == ConditionKind.Decision ? [Role.Reviewer] : [Role.Staff],
    };
}
