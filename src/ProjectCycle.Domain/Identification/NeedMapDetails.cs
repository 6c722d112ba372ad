using System.Globalization;

namespace ProjectCycle.Domain.Identification;

/// <summary>A row of the map as a form or a workbook hands it over; the same rules hold for both.</summary>
public sealed record NeedMapDetails
{
    /// <summary>Priorities run from 1, which comes first, to this.</summary>
    public const int LastPriority = 5;

    public const int MaxSubject = 200;
    public const int MaxSector = 100;
    public const int MaxFigure = 500;
    public const int MaxLine = 300;
    public const int MaxText = 1000;

    private const Wants Everything = Wants.Technology | Wants.Funds | Wants.Market | Wants.Training | Wants.Investment;

    public string Sector { get; init; } = "";
    public MapKind? Kind { get; init; }
    public string Subject { get; init; } = "";
    public string EvidenceFigure { get; init; } = "";
    public int? EvidenceYear { get; init; }
    public string EvidenceSource { get; init; } = "";
    public string OwnStrength { get; init; } = "";
    public string OwnWeakness { get; init; } = "";
    public Wants Sought { get; init; }
    public string Offered { get; init; } = "";
    public string ResponsibleOffice { get; init; } = "";
    public string OtherActors { get; init; } = "";
    public string PlanLink { get; init; } = "";
    public int? Priority { get; init; }
    public string Problem { get; init; } = "";

    /// <summary>What a row holds.</summary>
    public static NeedMapDetails Of(NeedMapEntry entry) => new()
    {
        Sector = entry.Sector,
        Kind = entry.Kind,
        Subject = entry.Subject,
        EvidenceFigure = entry.EvidenceFigure,
        EvidenceYear = entry.EvidenceYear,
        EvidenceSource = entry.EvidenceSource,
        OwnStrength = entry.OwnStrength,
        OwnWeakness = entry.OwnWeakness,
        Sought = entry.Sought,
        Offered = entry.Offered,
        ResponsibleOffice = entry.ResponsibleOffice,
        OtherActors = entry.OtherActors,
        PlanLink = entry.PlanLink,
        Priority = entry.Priority,
        Problem = entry.Problem,
    };

    /// <summary>Everything that is wrong with it, each fault with its property as field.</summary>
    public IEnumerable<Refusal> Faults() =>
    [
        .. Fields.Required(Sector, nameof(Sector), MaxSector),
        .. Kind is { } kind && Enum.IsDefined(kind) ? [] : new[] { new Refusal("required", nameof(Kind)) },
        .. Fields.Required(Subject, nameof(Subject), MaxSubject),
        .. Fields.Text(EvidenceFigure, nameof(EvidenceFigure), MaxFigure),
        .. Within(EvidenceYear, nameof(EvidenceYear), Fields.EarliestDate.Year, Fields.LatestDate.Year),
        .. Fields.Text(EvidenceSource, nameof(EvidenceSource), MaxLine),
        .. Fields.Text(OwnStrength, nameof(OwnStrength), MaxText),
        .. Fields.Text(OwnWeakness, nameof(OwnWeakness), MaxText),
        .. (Sought & ~Everything) == Wants.None ? [] : new[] { new Refusal("bad-value", nameof(Sought)) },
        .. Fields.Text(Offered, nameof(Offered), MaxText),
        .. Fields.Text(ResponsibleOffice, nameof(ResponsibleOffice), MaxLine),
        .. Fields.Text(OtherActors, nameof(OtherActors), MaxFigure),
        .. Fields.Text(PlanLink, nameof(PlanLink), MaxFigure),
        .. Priority is null ? [new Refusal("required", nameof(Priority))] : Within(Priority, nameof(Priority), 1, LastPriority),
        .. Fields.Text(Problem, nameof(Problem), MaxText),
    ];

    /// <summary>Bounds are words, since years take no thousands separator.</summary>
    private static IEnumerable<Refusal> Within(int? value, string field, int least, int most)
    {
        if (value < least || value > most)
            yield return new Refusal("out-of-range", field, least.ToString(CultureInfo.InvariantCulture), most.ToString(CultureInfo.InvariantCulture));
    }
}
