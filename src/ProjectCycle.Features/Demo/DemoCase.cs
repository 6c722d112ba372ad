using ProjectCycle.Domain.Actors;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Preparation;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Intent;
using ProjectCycle.Features.Matchmaking;
using ProjectCycle.Features.Projects;

namespace ProjectCycle.Features.Demo;

/// <summary>A cooperation project of the demo: what is known of it, and what happened to it. What nobody knows is blank.</summary>
internal sealed record DemoCase
{
    public required string Code { get; init; }

    /// <summary>Code of one of <see cref="DemoUnits"/>; its region is the project's.</summary>
    public required string Unit { get; init; }

    public string Template { get; init; } = "generic";
    public required LocalText Name { get; init; }
    public required LocalText Facts { get; init; }
    public required LocalText Source { get; init; }

    /// <summary>Stage dates were made up, since the source gives none: the summary says so.</summary>
    public bool HasSampleDates { get; init; }

    public string Sector { get; init; } = "";
    public string RpjmdAlignment { get; init; } = "";
    public string PartnerProgramme { get; init; } = "";

    /// <summary>Display names of <see cref="DemoPartners"/>, the lead first.</summary>
    public IReadOnlyList<(string Partner, PartnerRole Role)> Partners { get; init; } = [];

    /// <summary>Number of one of the agreements of <see cref="DemoPartners"/>.</summary>
    public string? Agreement { get; init; }

    public IReadOnlyList<(AmountKind Kind, decimal Amount, string Currency)> Amounts { get; init; } = [];
    public KeyDates Dates { get; init; } = KeyDates.Unknown;

    /// <summary>The demo's person who answers for it; blank where the demo has nobody in the unit.</summary>
    public Role? Owner { get; init; }

    /// <summary>Stages it had gone through when it was registered; empty for one that began in the product.</summary>
    public IReadOnlyList<StageEntry> History { get; init; } = [];

    /// <summary>Days from today, below zero.</summary>
    public int RegisteredOn { get; init; } = -60;

    /// <summary>Played by day, those of one day in this order.</summary>
    public IReadOnlyList<Act> Story { get; init; } = [];

    /// <summary>Facts, source and the mark of made-up dates, in both languages.</summary>
    public string Summary =>
        $"{Facts.Id} Sumber: {Source.Id}.{(HasSampleDates ? " Tanggal tahap adalah tanggal contoh." : "")}\n\n"
        + $"{Facts.En} Source: {Source.En}.{(HasSampleDates ? " Stage dates are sample dates." : "")}";
}

/// <summary>Something that somebody did to a project.</summary>
/// <param name="Day">Days from today, below zero.</param>
internal abstract record Act(int Day);

/// <summary>A sample file is attached; the same title again makes the next version.</summary>
internal sealed record Attach(int Day, string Kind, string Title, Role By = Role.Staff, bool AsText = false) : Act(Day);

/// <summary>A checklist item is confirmed.</summary>
internal sealed record Confirm(int Day, string Item, Role By = Role.Staff, string Note = "") : Act(Day);

/// <summary>An authority's decision is recorded, with a letter number marked as a sample.</summary>
internal sealed record Decide(int Day, string Authority, DecisionOutcome Outcome = DecisionOutcome.Approved, string Reason = "") : Act(Day)
{
    /// <summary>What an approval with conditions asks for, due some days from today.</summary>
    public IReadOnlyList<(string Text, int Due)> Conditions { get; init; } = [];
}

/// <summary>An authority is asked for its decision.</summary>
internal sealed record Ask(int Day, string Authority, string Note, Role By = Role.Staff) : Act(Day);

/// <summary>The project moves.</summary>
internal sealed record Move(int Day, MoveKind Kind, string Reason = "", string Obstacle = "", string? To = null) : Act(Day);

/// <summary>A deadline is set by hand, due <paramref name="Due"/> days from today.</summary>
internal sealed record Set(int Day, int Due, string Title, Role By = Role.Staff) : Act(Day);

/// <summary>A deadline, named by its rule or title, is met.</summary>
internal sealed record Meet(int Day, string Deadline, Role By = Role.Staff) : Act(Day);

/// <summary>What is due for a recurring deadline within half a month is attached, and the deadline met; nothing happens where none is.</summary>
internal sealed record Report(int Day, string Deadline, string Kind, string Title) : Act(Day);

/// <summary>A deadline, named by its rule or title, gets another date, <paramref name="Due"/> days from today.</summary>
internal sealed record Postpone(int Day, string Deadline, int Due) : Act(Day);

/// <summary>What is filled in of the project changes.</summary>
internal sealed record Edit(int Day, Func<ProjectDetails, ProjectDetails> Change) : Act(Day);

/// <summary>Candidates are entered and scored; the one named is chosen.</summary>
internal sealed record Search(int Day, IReadOnlyList<SampleCandidate> Candidates, string Chosen = "") : Act(Day);

/// <summary>A candidate with made-up scores.</summary>
/// <param name="Input">Who; its partner is named by <paramref name="Partner"/>.</param>
/// <param name="Partner">Display name of one of <see cref="DemoPartners"/>; blank for one who does not stand there.</param>
/// <param name="Marks">By criterion, in their order: "y" or "n" at a gate, points elsewhere, "-" for not scored.</param>
internal sealed record SampleCandidate(CandidateInput Input, string Partner, string Marks);

/// <summary>The cooperation plan and its fields are entered.</summary>
internal sealed record Plan(int Day, PlanInput Headings, IReadOnlyList<FieldInput> Fields) : Act(Day);

/// <summary>One of the six studies is saved, its text marked as a sample.</summary>
internal sealed record Studied(int Day, StudyKind Kind, StudyVerdict Verdict) : Act(Day)
{
    /// <summary>Title of the attached document that holds it.</summary>
    public string? Paper { get; init; }
}

/// <summary>A study leaves a point open, due some days from today; it is closed on the day it is entered where <paramref name="ClosedOn"/> is known.</summary>
internal sealed record Leaves(int Day, StudyKind Kind, string Text, int Due, int? ClosedOn = null) : Act(Day);

/// <summary>A readiness criterion is marked.</summary>
/// <param name="Text">The note, or why it does not apply.</param>
/// <param name="Due">Days from today.</param>
internal sealed record Ready(int Day, string Criterion, ReadinessState State, string Text, int? Due = null, Role By = Role.Staff) : Act(Day)
{
    /// <summary>Title of the attached document that shows it.</summary>
    public string? Paper { get; init; }
}

/// <summary>The reviewer verifies a readiness criterion.</summary>
internal sealed record Verified(int Day, string Criterion) : Act(Day);

/// <summary>An actor of the project is entered.</summary>
internal sealed record Involve(int Day, ActorKind Kind, string Organisation, string Part, string Person = "") : Act(Day);

/// <summary>The studies and texts the cases come from.</summary>
internal static class Sources
{
    public static readonly LocalText Lampung = new("the study on Lampung's foreign cooperation", "kajian kerja sama luar negeri Provinsi Lampung");
    public static readonly LocalText Paradiplomacy = new("the study on paradiplomacy for Bandar Lampung", "kajian paradiplomasi untuk Kota Bandar Lampung");
    public static readonly LocalText Module = new("the training module on regional foreign cooperation", "modul kerja sama luar negeri pemerintah daerah");
    public static readonly LocalText Ntb = new("the study on the NTB-Zhejiang sister province", "kajian provinsi kembar NTB-Zhejiang");
    public static readonly LocalText None = new("none", "tidak ada");
    public static readonly LocalText Jambi = new("the study on Jambi's cooperation", "kajian kerja sama Kota Jambi");
}

/// <summary>Back-dated history.</summary>
internal static class Stages
{
    /// <summary>Up to <paramref name="stage"/>, entered on <paramref name="on"/>; the stages before it a quarter of a year apart.</summary>
    public static IReadOnlyList<StageEntry> UpTo(string stage, DateOnly on)
    {
        var passed = StateCodes.Stages.TakeWhile(code => code != stage).Append(stage).ToList();
        return [.. passed.Select((code, i) => new StageEntry(code, on.AddDays(-90 * (passed.Count - 1 - i))))];
    }
}
