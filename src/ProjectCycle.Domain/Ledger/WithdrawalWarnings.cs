using ProjectCycle.Domain.Money;

namespace ProjectCycle.Domain.Ledger;

/// <summary>How early the cockpit warns. They are this product's own proposals, not rules of any donor, so an operator can set them.</summary>
public sealed record WithdrawalRules
{
    /// <summary>An application that is not with the donor yet is named so many days before closing.</summary>
    public int DaysBeforeClosing { get; init; } = 90;

    /// <summary>The same before the last day on which the donor takes claims.</summary>
    public int DaysBeforeClaimsEnd { get; init; } = 30;

    /// <summary>Itself, or an exception that names the setting that makes no sense.</summary>
    public WithdrawalRules Checked() => DaysBeforeClosing < 0 || DaysBeforeClaimsEnd < 0
        ? throw new InvalidOperationException("The days of the withdrawal warnings must be 0 or more.")
        : this;
}

/// <summary>What asks for a look at an application. Names are codes of texts and of addresses.</summary>
public enum WithdrawalWarningKind
{
    /// <summary>Closing is near: day, days left.</summary>
    ClosingNear,

    /// <summary>The last day for claims is near: day, days left.</summary>
    ClaimsEndNear,

    /// <summary>The last day for claims has passed: day.</summary>
    ClaimsEnded,

    /// <summary>More than the category has left: code, asked for, left.</summary>
    OverCategoryBalance,

    /// <summary>More than the donor still finances of the contract: package, asked for, left.</summary>
    OverContractBalance,

    /// <summary>Another share than agreed: line, claimed and agreed percentage.</summary>
    WrongShare,

    /// <summary>The invoice has been claimed before: its number.</summary>
    DuplicateInvoice,

    /// <summary>The invoice lies outside: its number, its day, which bound.</summary>
    OutsidePeriod,

    /// <summary>Less than the donor takes: asked for, smallest application.</summary>
    UnderMinimum,

    /// <summary>Too large for a statement of expenditure: invoice, paid by the agency, ceiling.</summary>
    SoeOverCeiling,

    /// <summary>Papers are missing: how many lines have none.</summary>
    EvidenceMissing,
}

/// <summary>Which bound an invoice oversteps. Names are codes of texts.</summary>
public enum PeriodBound
{
    BeforePeriod,
    AfterPeriod,
    BeforeEffectiveness,
    AfterClosing,
}

/// <summary>A warning with the values of its sentence, which <see cref="WithdrawalWarningKind"/> lists. Percentages are out of a hundred.</summary>
public sealed record WithdrawalWarning(WithdrawalWarningKind Kind, params object[] Args);

/// <summary>A line with what it is measured against.</summary>
/// <param name="Line">The line.</param>
/// <param name="Category">Its category.</param>
/// <param name="Contract">Null where there is none.</param>
/// <param name="Invoice">Null for an advance.</param>
/// <param name="ClaimedByOthers">What other living applications claim of the invoice as expenditure, in its minor units.</param>
/// <param name="PaidByAgency">What the agency paid, in the currency of the ceiling for statements of expenditure; null when it cannot be told.</param>
public sealed record WithdrawalLineFacts(
    WithdrawalLine Line, ExpenditureCategory Category, Contract? Contract, Invoice? Invoice, long ClaimedByOthers, Money.Money? PaidByAgency)
{
    /// <summary>The share the agreement or the contract sets; null for an advance, which has none.</summary>
    public decimal? AgreedShare => Invoice is null ? null : Contract is { Percentage: > 0 } contract ? contract.Percentage : Category.Percentage;
}

/// <summary>What is asked for against what is left of it, both in one currency.</summary>
/// <param name="Code">Of the category or contract.</param>
/// <param name="Asked">What is still to be paid of the claim.</param>
/// <param name="Left">The balance without it.</param>
public sealed record WithdrawalBalance(string Code, Money.Money Asked, Money.Money Left);

/// <summary>All that decides over the warnings of an application, loaded before.</summary>
public sealed record WithdrawalPicture
{
    public required WithdrawalApplication Application { get; init; }
    public required Financing Financing { get; init; }
    public required IReadOnlyList<WithdrawalLineFacts> Lines { get; init; }

    /// <summary>By category, in the agreement's currency; without those that cannot be converted.</summary>
    public required IReadOnlyList<WithdrawalBalance> Categories { get; init; }

    /// <summary>By contract, in its currency.</summary>
    public required IReadOnlyList<WithdrawalBalance> Contracts { get; init; }

    /// <summary>The whole claim in the agreement's currency; null when it cannot be converted.</summary>
    public required Money.Money? Asked { get; init; }

    /// <summary>A paper goes along with the application itself.</summary>
    public required bool HasEvidence { get; init; }
}

/// <summary>What to look at before an application is sent, and while it waits for money (domain.md 4.2 to 4.4). Nothing here asks a database or a clock.</summary>
public static class WithdrawalWarnings
{
    /// <summary>In the order of <see cref="WithdrawalWarningKind"/>; none once the donor has paid, or for one that is over.</summary>
    public static IReadOnlyList<WithdrawalWarning> Of(WithdrawalPicture picture, WithdrawalRules rules, DateOnly today) =>
        picture.Application.State >= WithdrawalState.Paid
            ? []
            : [.. Dates(picture, rules, today).Concat(Balances(picture)).Concat(picture.Lines.SelectMany(line => OfLine(line, picture))).Concat(OfWhole(picture)).OrderBy(w => w.Kind)];

    private static IEnumerable<WithdrawalWarning> Dates(WithdrawalPicture picture, WithdrawalRules rules, DateOnly today)
    {
        var (application, financing) = (picture.Application, picture.Financing);
        if (financing.ClosingOn is not { } closing || financing.ClaimsUntil is not { } until)
            yield break;
        var sent = application.IsWithDonor ? application.SubmittedOn ?? today : today;
        if (sent > until)
            yield return new(WithdrawalWarningKind.ClaimsEnded, until);
        if (application.IsWithDonor || today > until)
            yield break;
        if (today <= closing && Days(closing) <= rules.DaysBeforeClosing)
            yield return new(WithdrawalWarningKind.ClosingNear, closing, Days(closing));
        if (until > closing && (today > closing || Days(until) <= rules.DaysBeforeClaimsEnd))
            yield return new(WithdrawalWarningKind.ClaimsEndNear, until, Days(until));

        int Days(DateOnly day) => day.DayNumber - today.DayNumber;
    }

    private static IEnumerable<WithdrawalWarning> Balances(WithdrawalPicture picture) =>
        Over(picture.Categories, WithdrawalWarningKind.OverCategoryBalance).Concat(Over(picture.Contracts, WithdrawalWarningKind.OverContractBalance));

    private static IEnumerable<WithdrawalWarning> Over(IEnumerable<WithdrawalBalance> balances, WithdrawalWarningKind kind) =>
        balances.Where(b => (b.Left - b.Asked).MinorUnits < 0).Select(b => new WithdrawalWarning(kind, b.Code, b.Asked, b.Left));

    private static IEnumerable<WithdrawalWarning> OfLine(WithdrawalLineFacts facts, WithdrawalPicture picture)
    {
        if (facts.Invoice is not { } invoice)
            yield break;
        if (facts.AgreedShare is { } agreed && facts.Line.Percentage != agreed)
            yield return new(WithdrawalWarningKind.WrongShare, invoice.Number, facts.Line.Percentage * 100, agreed * 100);
        if (facts.ClaimedByOthers + facts.Line.Eligible > facts.Category.Share.Eligible(invoice.GrossAmount, invoice.GrossAmount with { MinorUnits = invoice.Tax }).MinorUnits)
            yield return new(WithdrawalWarningKind.DuplicateInvoice, invoice.Number);
        if (Bound(invoice.PaidOn ?? invoice.On, picture) is { } bound)
            yield return new(WithdrawalWarningKind.OutsidePeriod, invoice.Number, invoice.PaidOn ?? invoice.On, bound);
        if (facts.Line.IsSoe && facts.PaidByAgency is { } paid && Ceiling(picture.Financing) is { } ceiling && !Claim.IsWithinSoeCeiling(paid, ceiling))
            yield return new(WithdrawalWarningKind.SoeOverCeiling, invoice.Number, paid, ceiling);
    }

    private static IEnumerable<WithdrawalWarning> OfWhole(WithdrawalPicture picture)
    {
        var financing = picture.Financing;
        if (picture.Lines.Count > 0 && picture.Asked is { } asked && asked.MinorUnits < financing.MinimumApplication)
            yield return new(WithdrawalWarningKind.UnderMinimum, asked, new Money.Money(financing.MinimumApplication!.Value, financing.Currency));
        var without = picture.HasEvidence ? 0 : picture.Lines.Count(line => !line.Line.IsSoe && line.Invoice?.DocumentId is null);
        if (without > 0)
            yield return new(WithdrawalWarningKind.EvidenceMissing, without);
    }

    /// <summary>The ceiling for statements of expenditure; null for none.</summary>
    public static Money.Money? Ceiling(Financing financing) =>
        financing.SoeCeiling is { } ceiling && Currencies.Find(financing.SoeCurrencyCode) is { } currency ? new Money.Money(ceiling, currency) : null;

    private static PeriodBound? Bound(DateOnly day, WithdrawalPicture picture) =>
        day < picture.Application.PeriodFrom ? PeriodBound.BeforePeriod
        : day > picture.Application.PeriodUntil ? PeriodBound.AfterPeriod
        : day < (picture.Financing.RetroactiveFrom ?? picture.Financing.EffectiveOn) ? PeriodBound.BeforeEffectiveness
        : day > picture.Financing.ClosingOn ? PeriodBound.AfterClosing
        : null;
}
