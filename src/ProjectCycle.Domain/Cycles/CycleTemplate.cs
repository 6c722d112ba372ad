using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Domain.Cycles;

/// <summary>
/// One kind of cooperation as data: its states, the moves between them and what each move asks for. Read from
/// <c>templates/cycles/*.yaml</c>; a project is pinned to one version.
/// </summary>
public sealed record CycleTemplate
{
    /// <summary>Stable code, such as "kfw".</summary>
    public required string Id { get; init; }

    public required int Version { get; init; }
    public required LocalText Name { get; init; }
    public required LocalText Description { get; init; }

    /// <summary>The state a new project starts in.</summary>
    public required string Start { get; init; }

    public required IReadOnlyList<CycleState> States { get; init; }
    public required IReadOnlyList<CycleMove> Moves { get; init; }
    public required IReadOnlyList<DocumentKind> DocumentKinds { get; init; }
    public required IReadOnlyList<ChecklistItem> Checklist { get; init; }
    public required IReadOnlyList<Authority> Authorities { get; init; }

    /// <summary>The grades with which the partner rates a finished project, best first; empty where it sets none.</summary>
    public IReadOnlyList<RatingGrade> RatingScale { get; init; } = [];

    /// <summary>With what its numbers are judged; the defaults where the file says nothing.</summary>
    public MonitoringRules Monitoring { get; init; } = new();

    /// <summary>The stages in working order.</summary>
    public IReadOnlyList<CycleState> Stages => [.. States.Where(s => s.Kind == StateKind.Stage)];

    /// <summary>The state with this code; an unknown one is a bug, since templates are checked when they load.</summary>
    public CycleState State(string code) => States.First(s => s.Code == code);

    /// <summary>The state itself, then the groups around it from the inside out; empty for an unknown code.</summary>
    public IEnumerable<CycleState> Lineage(string code)
    {
        for (var state = Find(code); state is not null; state = Find(state.Parent))
            yield return state;
    }

    /// <summary>The move that <paramref name="trigger"/> stands for in a state: its own, else that of the nearest group around it; null when there is none.</summary>
    public CycleMove? MoveFrom(string state, Trigger trigger) => Lineage(state)
        .Select(s => Moves.FirstOrDefault(m => m.From == s.Code && m.Triggers.Contains(trigger)))
        .FirstOrDefault(move => move is not null);

    /// <summary>The gate of the way on from <paramref name="state"/>: of its advance, else of its close; empty where there is none.</summary>
    public IReadOnlyList<GateCondition> GateAhead(string state) =>
        (MoveFrom(state, new Trigger(MoveKind.Advance)) ?? MoveFrom(state, new Trigger(MoveKind.Close)))?.Gate ?? [];

    /// <summary>Parts of the work that any gate asks for.</summary>
    public IReadOnlyList<string> WorkAskedFor =>
        [.. Moves.SelectMany(m => m.Gate).Where(c => c.Kind == ConditionKind.Work).Select(c => c.Subject).Distinct()];

    /// <summary>
    /// What must be complete before a paper of this kind can be attached in <paramref name="stage"/>. Nothing any more once the last gate
    /// that asks for the paper lies behind: then it came about before the project was registered, and is history.
    /// </summary>
    public IReadOnlyList<string> NeedsFor(DocumentKind kind, string stage) =>
        Moves.Any(m => !IsEarlier(m.From, stage) && m.Gate.Any(c => c.Kind == ConditionKind.Document && c.Subject == kind.Code)) ? kind.Needs : [];

    /// <summary>True when <paramref name="stage"/> comes before <paramref name="thanStage"/> in <see cref="Stages"/>.</summary>
    public bool IsEarlier(string stage, string thanStage) =>
        IndexOf(stage) < IndexOf(thanStage);

    private CycleState? Find(string? code) => States.FirstOrDefault(s => s.Code == code);

    private int IndexOf(string stage) => Stages.Select(s => s.Code).ToList().IndexOf(stage);
}

/// <summary>What a state is for.</summary>
public enum StateKind
{
    /// <summary>Holds other states, so that a move can be given once for all of them.</summary>
    Group,

    /// <summary>One of the working stages.</summary>
    Stage,

    /// <summary>On hold: resumes where it was.</summary>
    Held,

    /// <summary>Done.</summary>
    Closed,

    /// <summary>Given up, with an obstacle code.</summary>
    Dropped,
}

/// <summary>A state of the cycle.</summary>
public sealed record CycleState
{
    public required string Code { get; init; }
    public required StateKind Kind { get; init; }

    /// <summary>The group this state belongs to, or null.</summary>
    public string? Parent { get; init; }

    public required LocalText Name { get; init; }

    /// <summary>What the partner calls it, where that differs.</summary>
    public LocalText? PartnerName { get; init; }

    /// <summary>What is worked out here, in a sentence or two.</summary>
    public LocalText Purpose { get; init; } = LocalText.Empty;

    /// <summary>Days this stage usually takes; null when nobody knows.</summary>
    public int? ExpectedDays { get; init; }

    public IReadOnlyList<CycleStep> Steps { get; init; } = [];

    /// <summary>Deadlines that start when a project enters the stage.</summary>
    public IReadOnlyList<DeadlineRule> Deadlines { get; init; } = [];
}

/// <summary>A piece of work within a stage, in the words of the handbook.</summary>
public sealed record CycleStep(string Code, LocalText Name);

/// <summary>The moves a project can make. Names are stored, lower case.</summary>
public enum MoveKind
{
    Advance,
    Return,
    Hold,
    Resume,
    Drop,
    Close,
    Reopen,
}

/// <summary>A move from a state (or, for a group, from every state in it) to its destinations.</summary>
public sealed record CycleMove
{
    /// <summary>Destination that stands for "the stage the project was in".</summary>
    public const string Previous = "previous";

    public required MoveKind Kind { get; init; }
    public required string From { get; init; }

    /// <summary>One state, or several for a return; or <see cref="Previous"/>.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>The gate: all must hold.</summary>
    public IReadOnlyList<GateCondition> Gate { get; init; } = [];

    /// <summary>What people fire to make it: one for each destination of a return, else a single one.</summary>
    public IEnumerable<Trigger> Triggers => Kind == MoveKind.Return ? To.Select(to => new Trigger(Kind, to)) : [new Trigger(Kind)];
}

/// <summary>What kind of fact a condition asks for.</summary>
public enum ConditionKind
{
    /// <summary>A document of the kind <see cref="GateCondition.Subject"/> is attached.</summary>
    Document,

    /// <summary>The checklist item is confirmed.</summary>
    Checklist,

    /// <summary>The authority's latest decision approves.</summary>
    Decision,

    /// <summary>The project's field is filled.</summary>
    Field,

    /// <summary>The project's date is known and has come.</summary>
    Date,

    /// <summary>The part of the work is complete.</summary>
    Work,
}

/// <summary>One thing a gate asks for.</summary>
public sealed record GateCondition
{
    /// <summary>Stable within the template.</summary>
    public required string Code { get; init; }

    public required ConditionKind Kind { get; init; }

    /// <summary>Document kind, checklist item, authority, field, date or part of the work, by <see cref="Kind"/>.</summary>
    public required string Subject { get; init; }

    /// <summary>The requirement as a sentence.</summary>
    public required LocalText Text { get; init; }

    /// <summary>Who can supply it.</summary>
    public required IReadOnlyList<Role> SuppliedBy { get; init; }
}

/// <summary>A kind of paper this cycle knows.</summary>
/// <param name="Needs">Parts of the work that must be complete before such a paper can come about; see <see cref="CycleTemplate.NeedsFor"/>.</param>
public sealed record DocumentKind(string Code, LocalText Name, IReadOnlyList<string> Needs);

/// <summary>Something a person confirms by looking.</summary>
public sealed record ChecklistItem(string Code, LocalText Text, IReadOnlyList<Role> ConfirmedBy);

/// <summary>A body that decides: head of region, DPRD, TKKSD, ministry, donor.</summary>
/// <param name="RecordedBy">The roles that may enter its decision.</param>
public sealed record Authority(string Code, LocalText Name, IReadOnlyList<Role> RecordedBy);

/// <summary>What a grade says of a project as a whole.</summary>
public enum RatingMeaning
{
    Successful,
    Unsuccessful,
}

/// <summary>A grade of the partner's rating scale.</summary>
public sealed record RatingGrade(string Code, LocalText Name, RatingMeaning Means);
