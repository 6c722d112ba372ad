using ProjectCycle.Domain.Work;

namespace ProjectCycle.Domain.Identification;

/// <summary>Which side of the map a row stands on. Names are stored.</summary>
public enum MapKind
{
    /// <summary>Something the region lacks.</summary>
    Need,

    /// <summary>Something the region can offer or build on.</summary>
    Potential,
}

/// <summary>What a region hopes to get from a partner, several at once. Names are stored.</summary>
[Flags]
public enum Wants
{
    None = 0,
    Technology = 1,
    Funds = 2,
    Market = 4,
    Training = 8,
    Investment = 16,
}

/// <summary>A need or a potential of the region, with its evidence: one row of the map that comes before the search for a partner.</summary>
public sealed class NeedMapEntry : IProjectWork
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }

    /// <summary>From 1 within the project; names the row in a workbook.</summary>
    public int Number { get; set; }

    public MapKind Kind { get; private set; }
    public string Sector { get; private set; } = "";

    /// <summary>What the need or the potential is, in a few words.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>The figure that shows it, with its unit.</summary>
    public string EvidenceFigure { get; private set; } = "";

    public int? EvidenceYear { get; private set; }
    public string EvidenceSource { get; private set; } = "";
    public string OwnStrength { get; private set; } = "";
    public string OwnWeakness { get; private set; } = "";
    public Wants Sought { get; private set; }
    public string Offered { get; private set; } = "";

    /// <summary>The office of the region (SKPD) that answers for it.</summary>
    public string ResponsibleOffice { get; private set; } = "";

    /// <summary>University, business, community.</summary>
    public string OtherActors { get; private set; } = "";

    /// <summary>Where it stands in RPJMD or RKPD.</summary>
    public string PlanLink { get; private set; } = "";

    /// <summary>1 comes first, <see cref="NeedMapDetails.LastPriority"/> last.</summary>
    public int Priority { get; private set; }

    public string Problem { get; private set; } = "";
    public int Version { get; set; }

    /// <summary>It can be relied on: somebody can look the figure up, and an office answers for it.</summary>
    public bool IsProven => EvidenceSource != "" && ResponsibleOffice != "";

    /// <summary>Takes over sound <paramref name="details"/>.</summary>
    public void Fill(NeedMapDetails details)
    {
        Kind = details.Kind!.Value;
        Sector = Clean(details.Sector);
        Subject = Clean(details.Subject);
        EvidenceFigure = Clean(details.EvidenceFigure);
        EvidenceYear = details.EvidenceYear;
        EvidenceSource = Clean(details.EvidenceSource);
        OwnStrength = Clean(details.OwnStrength);
        OwnWeakness = Clean(details.OwnWeakness);
        Sought = details.Sought;
        Offered = Clean(details.Offered);
        ResponsibleOffice = Clean(details.ResponsibleOffice);
        OtherActors = Clean(details.OtherActors);
        PlanLink = Clean(details.PlanLink);
        Priority = details.Priority!.Value;
        Problem = Clean(details.Problem);
    }

    /// <summary>Browsers end lines otherwise than workbooks: without this a row that comes back unchanged would look changed.</summary>
    private static string Clean(string text) => text.Trim().ReplaceLineEndings("\n");
}
