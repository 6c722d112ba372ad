using ProjectCycle.Domain.Work;

namespace ProjectCycle.Domain.Identification;

/// <summary>A plan that a project may serve. Names are stored.</summary>
public enum PlanKind
{
    Rpjmn,
    Rpjmd,
    Rkpd,

    /// <summary>Of the partner: CPS, CPF or Country Programme.</summary>
    PartnerProgramme,

    Other,
}

/// <summary>How well a project serves a passage of a plan. Names are stored.</summary>
public enum PlanFit
{
    Direct,
    Partial,
    None,
}

/// <summary>A passage of a plan and how the project serves it: one row of the matrix.</summary>
public sealed class AlignmentEntry : IProjectWork
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required PlanKind Plan { get; set; }

    /// <summary>Page, programme code or the plan's own name.</summary>
    public required string Reference { get; set; }

    public string Says { get; set; } = "";

    /// <summary>How the project serves it.</summary>
    public string Serves { get; set; } = "";

    public required PlanFit Fit { get; set; }
    public int Version { get; set; }
}
