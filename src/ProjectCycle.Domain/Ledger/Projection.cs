using ProjectCycle.Domain.Monitoring;

namespace ProjectCycle.Domain.Ledger;

/// <summary>What is planned. Names are stored.</summary>
public enum ProjectionKind
{
    Disbursement,
    ContractAward,
}

/// <summary>
/// One version of a plan of what shall be disbursed or awarded until when (domain.md 3.2, 3.3): the original of the agreement, and its
/// revisions. A version that was approved is never changed; the next one takes its place.
/// </summary>
public sealed class Projection : IMoneyRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required Guid FinancingId { get; init; }
    public ProjectionKind Kind { get; set; }

    /// <summary>0 for the original, then one more each.</summary>
    public int Revision { get; set; }

    /// <summary>Null while it is not approved: the version before it holds.</summary>
    public DateOnly? ApprovedOn { get; set; }

    /// <summary>Why it was revised, or where it was read.</summary>
    public string Reason { get; set; } = "";

    public List<ProjectionPoint> Points { get; init; } = [];
    public int Version { get; set; }

    /// <summary>The curve, or what is wrong with its points (<see cref="Curve.From"/>).</summary>
    public Outcome<Curve> Curve() =>
        Monitoring.Curve.From([.. Points.OrderBy(point => point.On).Select(point => new CurvePoint(point.On, point.Cumulative))], Revision, ApprovedOn);
}

/// <summary>So much shall have been disbursed or awarded by the end of a day.</summary>
public sealed class ProjectionPoint
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ProjectionId { get; init; }
    public DateOnly On { get; set; }

    /// <summary>Since the beginning, minor units of the agreement's currency.</summary>
    public long Cumulative { get; set; }
}
