namespace ProjectCycle.Domain.Projects;

/// <summary>What people fill in of a project, on registering and on editing.</summary>
public sealed record ProjectDetails
{
    public string Code { get; init; } = "";
    public string NameEn { get; init; } = "";
    public string NameId { get; init; } = "";
    public Guid UnitId { get; init; }
    public Guid? OwnerId { get; init; }
    public string RegionCode { get; init; } = "";
    public string SectorCode { get; init; } = "";
    public string Summary { get; init; } = "";
    public string RpjmdAlignment { get; init; } = "";
    public string PartnerProgramme { get; init; } = "";
    public KeyDates Dates { get; init; } = KeyDates.Unknown;
    public Guid? AgreementId { get; init; }

    /// <summary>The first is the lead partner.</summary>
    public IReadOnlyList<(Guid PartnerId, PartnerRole Role)> Partners { get; init; } = [];

    public IReadOnlyList<(AmountKind Kind, Money.Money Money)> Amounts { get; init; } = [];

    /// <summary>Everything wrong with them that can be seen without looking anything up; empty when sound.</summary>
    public IReadOnlyList<Refusal> Faults() =>
    [
        .. Fields.Code(Code, nameof(Code), max: 40),
        .. Fields.Required(NameId, nameof(NameId), max: 300),
        .. Fields.Text(NameEn, nameof(NameEn), max: 300),
        .. Fields.Required(RegionCode, nameof(RegionCode), max: 10),
        .. Fields.Text(Summary, nameof(Summary), max: 4000),
        .. Fields.Text(RpjmdAlignment, nameof(RpjmdAlignment), max: 2000),
        .. Fields.Text(PartnerProgramme, nameof(PartnerProgramme), max: 2000),
        .. Fields.Date(Dates.PlannedStart, nameof(KeyDates.PlannedStart)),
        .. Fields.Date(Dates.SignedOn, nameof(KeyDates.SignedOn)),
        .. Fields.Date(Dates.EffectiveOn, nameof(KeyDates.EffectiveOn)),
        .. Fields.Date(Dates.ClosingOn, nameof(KeyDates.ClosingOn)),
        .. Fields.Date(Dates.CompletedOn, nameof(KeyDates.CompletedOn)),
        .. Fields.Date(Dates.FirstPaymentOn, nameof(KeyDates.FirstPaymentOn)),
        .. Fields.Date(Dates.LastPaymentOn, nameof(KeyDates.LastPaymentOn)),
        .. OrderFaults(),
    ];

    private IEnumerable<Refusal> OrderFaults()
    {
        if (Dates.EffectiveOn is { } effective && !(Dates.SignedOn <= effective))
            yield return new Refusal("effective-before-signed", nameof(KeyDates.EffectiveOn));
        if (Dates.ClosingOn < (Dates.EffectiveOn ?? Dates.SignedOn))
            yield return new Refusal("closing-before-effective", nameof(KeyDates.ClosingOn));
        if (Dates.LastPaymentOn < Dates.FirstPaymentOn)
            yield return new Refusal("last-before-first-payment", nameof(KeyDates.LastPaymentOn));
    }
}
