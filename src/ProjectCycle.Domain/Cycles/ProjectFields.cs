namespace ProjectCycle.Domain.Cycles;

/// <summary>Codes of the project's fields and dates that a gate may ask for. Stored in templates; a test holds the list.</summary>
public static class ProjectFields
{
    public const string Summary = "summary";
    public const string Owner = "owner";
    public const string LeadPartner = "lead-partner";
    public const string Agreement = "agreement";
    public const string RpjmdAlignment = "rpjmd-alignment";
    public const string PartnerProgramme = "partner-programme";
    public const string AgreementAmount = "agreement-amount";
    public const string CounterpartAmount = "counterpart-amount";

    public const string PlannedStart = "planned-start";
    public const string SignedOn = "signed-on";
    public const string EffectiveOn = "effective-on";
    public const string ClosingOn = "closing-on";
    public const string CompletedOn = "completed-on";
    public const string FirstPaymentOn = "first-payment-on";
    public const string LastPaymentOn = "last-payment-on";

    /// <summary>The dates, usable in "date" conditions and as fields.</summary>
    public static IReadOnlyList<string> Dates { get; } = [PlannedStart, SignedOn, EffectiveOn, ClosingOn, CompletedOn, FirstPaymentOn, LastPaymentOn];

    /// <summary>Everything a "field" condition may name.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Summary, Owner, LeadPartner, Agreement, RpjmdAlignment, PartnerProgramme, AgreementAmount, CounterpartAmount, .. Dates];
}
