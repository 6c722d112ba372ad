using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Ledger.Agreements;
using ProjectCycle.Features.Ledger.Contracts;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Rates;

namespace ProjectCycle.Features.Ledger.Portfolio;

/// <summary>A financing as the portfolio shows it; money in its own currency.</summary>
public sealed record PortfolioRow
{
    public required FinancingStanding Standing { get; init; }
    public required string ProjectCode { get; init; }
    public required LocalText ProjectName { get; init; }
    public required Guid UnitId { get; init; }
    public required string Unit { get; init; }
    public required string Partner { get; init; }

    public Guid FinancingId => Standing.Financing.Id;
    public string Agreement => Standing.Agreement.Number;
    public Guid PartnerId => Standing.Agreement.PartnerId;
    public FinancingKind Kind => Standing.Financing.Kind;
    public Currency Currency => Standing.Financing.Currency;
    public MoneySum Sum => Standing.Sum;

    /// <summary>Signed contracts in other currencies, which are not in the sum.</summary>
    public int LeftOut => Standing.LeftOut;

    public PhysicalProgress Physical => Standing.Physical;
    public LoanPerformance Performance => Standing.Performance;

    /// <summary>Null while nothing can be said.</summary>
    public Light? Light => Standing.Light;
}

/// <summary>A sum that is in no total because there is no rate.</summary>
/// <param name="Count">Financings in it.</param>
/// <param name="Why">Names the pair, the type and the cut-off date.</param>
public sealed record NoRate(Money Net, int Count, Refusal Why);

/// <summary>What a filter offers: of all financings within reach, whatever it shows.</summary>
public sealed record PortfolioChoices(IReadOnlyList<string> Currencies, IReadOnlyList<Choice> Units, IReadOnlyList<Choice> Partners, DateOnly CutOff);

/// <summary>The whole in one currency.</summary>
/// <param name="Sum">Each currency converted once.</param>
/// <param name="Missing">What is not in it.</param>
/// <param name="Used">The rates it was made with.</param>
public sealed record PortfolioTotal(MoneySum Sum, IReadOnlyList<NoRate> Missing, IReadOnlyList<Converted> Used);

/// <summary>Financings of one class.</summary>
/// <param name="Class">Null for those without one.</param>
/// <param name="Sum">In the reporting currency, without those that have no rate.</param>
public sealed record ClassSum(ScheduleClass? Class, int Count, MoneySum Sum);

/// <summary>Time, work and money of the whole, each financing weighted by its net amount in the reporting currency [product].</summary>
/// <param name="Time">Of those that are effective.</param>
/// <param name="Physical">Of those with contracts to weigh.</param>
public sealed record PortfolioClocks(decimal? Time, decimal? Physical, decimal? Absorption);

/// <summary>The portfolio as a page shows it.</summary>
public sealed record PortfolioView
{
    public required Paged<PortfolioRow> Rows { get; init; }

    /// <summary>The foot over all pages, by currency.</summary>
    public required IReadOnlyList<MoneySum> Sums { get; init; }

    public required PortfolioTotal Total { get; init; }
    public required PortfolioClocks Clocks { get; init; }
    public required IReadOnlyList<ClassSum> Classes { get; init; }
    public required PortfolioChoices Choices { get; init; }

    /// <summary>How often the database was asked for all this; nothing of it was reckoned beforehand.</summary>
    public required int Queries { get; init; }

    /// <summary>True when the person reaches any financing, whatever the filter.</summary>
    public required bool HasAny { get; init; }
}

/// <summary>What a filter shows, with the rates it is reckoned with.</summary>
/// <param name="Shown">In no order.</param>
/// <param name="Rate">One whole unit of each currency that is shown.</param>
/// <param name="HasAny">The person reaches some financing, whatever the filter.</param>
public sealed record PortfolioCut(
    IReadOnlyList<PortfolioRow> Shown, Currency Into, DateOnly CutOff, RateBook Book, RateType Type, Dictionary<Currency, Outcome<Converted>> Rate, PortfolioChoices Choices, bool HasAny)
{
    /// <summary>Minor units of the reporting currency; for amounts whose currency has a rate.</summary>
    public long In(Money money) => Book.Convert(money, Into, CutOff, Type).Value.Money.MinorUnits;
}

/// <summary>
/// The money of all financings within the person's reach: three queries. Sums of payments come from an index alone, so that half a
/// million rows take no sums kept beforehand. Who may read a financing may read all that hangs on it.
/// </summary>
public sealed class MoneyPortfolio(AppDbContext db, MoneyRows rows, RateBooks books, TemplateCatalog templates, CurrentUser user, TimeProvider clock)
{
    private const int AskedFor = 3;

    /// <summary>The page that <paramref name="filter"/> asks for.</summary>
    public async Task<PortfolioView> PageAsync(PortfolioFilter filter, CancellationToken cancellation)
    {
        var cut = await CutAsync(filter, cancellation);
        var ordered = Ordered(cut.Shown, filter.Sort, cut.Rate);
        var page = Paging.Shown(filter.Page, filter.PageSize, ordered.Count);
        return new PortfolioView
        {
            Rows = new Paged<PortfolioRow>([.. ordered.Skip((page - 1) * filter.PageSize).Take(filter.PageSize)], ordered.Count, page, filter.PageSize),
            Sums = MoneySum.ByCurrency(cut.Shown.Select(row => row.Sum)),
            Total = Total(cut.Shown, cut),
            Clocks = Clocks(cut),
            Classes = [.. new ScheduleClass?[] { ScheduleClass.OnSchedule, ScheduleClass.Behind, ScheduleClass.AtRisk, null }.Select(of =>
            {
                var own = cut.Shown.Where(row => row.Performance.Class == of).ToList();
                return new ClassSum(of, own.Count, Total(own, cut).Sum);
            })],
            Choices = cut.Choices,
            Queries = AskedFor,
            HasAny = cut.HasAny,
        };
    }

    /// <summary>The financings that <paramref name="filter"/> shows, with their rates.</summary>
    internal async Task<PortfolioCut> CutAsync(PortfolioFilter filter, CancellationToken cancellation)
    {
        var all = await RowsAsync(cancellation);
        var shown = all.Where(row => Matches(row, filter)).ToList();
        var (into, cutOff) = (Currencies.All[filter.Into], filter.CutOff ?? IndonesianZone.Wib.Today(clock));
        var book = await books.LoadAsync(all.Select(row => row.Currency.Code).Append(into.Code), filter.Type, cutOff, cancellation);
        var rate = shown.Select(row => row.Currency).Distinct().ToDictionary(c => c, c => book.Convert(new Money(c.Scale, c), into, cutOff, filter.Type));
        var choices = new PortfolioChoices(
            [.. all.Select(row => row.Currency.Code).Distinct().Order(StringComparer.Ordinal)],
            Choices(all.Select(row => new Choice(row.UnitId, row.Unit))),
            Choices(all.Select(row => new Choice(row.PartnerId, row.Partner))),
            cutOff);
        return new PortfolioCut(shown, into, cutOff, book, filter.Type, rate, choices, all.Count > 0);
    }

    private static IReadOnlyList<Choice> Choices(IEnumerable<Choice> choices) => [.. choices.DistinctBy(choice => choice.Id).OrderBy(choice => choice.Name, StringComparer.CurrentCulture)];

    private static bool Matches(PortfolioRow row, PortfolioFilter filter) =>
        (filter.Unit is null || row.UnitId == filter.Unit)
        && (filter.Partner is null || row.PartnerId == filter.Partner)
        && (filter.Kind is null || row.Kind == filter.Kind)
        && (filter.Currency == "" || row.Currency.Code == filter.Currency)
        && (filter.Class == "" || (row.Performance.Class?.ToString() ?? PortfolioFilter.Unclassed) == filter.Class)
        && (filter.Search == "" || new[] { row.ProjectCode, row.ProjectName.En, row.ProjectName.Id, row.Agreement }.Any(text => text.Contains(filter.Search, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Each currency's sum is converted, amount by amount; what is left over is reckoned, so that the parts stay the whole.</summary>
    internal static PortfolioTotal Total(IReadOnlyList<PortfolioRow> all, PortfolioCut cut)
    {
        var zero = new Money(0, cut.Into);
        var (total, missing, used) = (new MoneySum(zero, zero, zero, zero), new List<NoRate>(), new List<Converted>());
        foreach (var sum in MoneySum.ByCurrency(all.Select(row => row.Sum)))
        {
            var (net, contracted, disbursed) = (In(sum.Net), In(sum.Contracted), In(sum.Disbursed));
            if (new[] { net, contracted, disbursed }.FirstOrDefault(converted => !converted.Succeeded) is { } refused)
            {
                missing.Add(new NoRate(sum.Net, all.Count(row => row.Currency == sum.Net.Currency), refused.Refusals[0]));
                continue;
            }
            total += new MoneySum(net.Value.Money, contracted.Value.Money, disbursed.Value.Money, net.Value.Money - disbursed.Value.Money);
            if (net.Value.IsConversion)
                used.Add(net.Value);
        }
        return new PortfolioTotal(total, missing, used);

        Outcome<Converted> In(Money money) => cut.Book.Convert(money, cut.Into, cut.CutOff, cut.Type);
    }

    private static PortfolioClocks Clocks(PortfolioCut cut)
    {
        var weighed = cut.Shown.Where(row => cut.Rate[row.Currency].Succeeded).Select(row => (Row: row, Weight: row.Sum.Net.Amount * cut.Rate[row.Currency].Value.Rate)).ToList();
        return new PortfolioClocks(
            Mean(row => row.Performance.Time is { Status: not LoanStatus.NotEffective } time ? time.Current : null),
            Mean(row => row.Physical.Share),
            Mean(row => row.Performance.Disbursement));

        decimal? Mean(Func<PortfolioRow, decimal?> share) =>
            Ratio.Weighted(weighed.Where(one => share(one.Row) is not null).Select(one => (one.Weight, share(one.Row)!.Value)));
    }

    private List<PortfolioRow> Ordered(IEnumerable<PortfolioRow> all, IReadOnlyList<string> sort, Dictionary<Currency, Outcome<Converted>> rate)
    {
        var ordered = all.OrderBy(_ => 0);
        foreach (var key in sort)
        {
            Func<PortfolioRow, object?> of = key.TrimStart('-') switch
            {
                "partner" => row => row.Partner,
                "unit" => row => row.Unit,
                "currency" => row => row.Currency.Code,
                "net" => row => rate[row.Currency].Succeeded ? row.Sum.Net.Amount * rate[row.Currency].Value.Rate : null,
                "time" => row => row.Performance.Time.Current,
                "physical" => row => row.Physical.Share,
                "absorption" => row => row.Performance.Disbursement,
                "variance" => row => row.Performance.Class is null ? null : row.Performance.Variance,
                "class" => row => row.Performance.Class is { } schedule ? (int)schedule : null,
                _ => row => row.ProjectCode,
            };
            // What cannot be said stands last either way.
            ordered = ordered.ThenBy(row => of(row) is null);
            ordered = key.StartsWith('-') ? ordered.ThenByDescending(of, ByValue) : ordered.ThenBy(of, ByValue);
        }
        return [.. ordered.ThenBy(row => row.ProjectCode, StringComparer.Ordinal).ThenBy(row => row.Agreement, StringComparer.Ordinal)];
    }

    /// <summary>Names in the order of the person's language, numbers by their size.</summary>
    private Comparer<object?> ByValue { get; } = Comparer<object?>.Create((one, other) => one is string name && other is string otherName
        ? CultureInfo.GetCultureInfo(user.Language).CompareInfo.Compare(name, otherName, CompareOptions.IgnoreCase)
        : Comparer<object?>.Default.Compare(one, other));

    private async Task<IReadOnlyList<PortfolioRow>> RowsAsync(CancellationToken cancellation)
    {
        var heads = await rows.Of<Financing>().WithSums(db)
            .Join(db.Projects, row => row.Financing.ProjectId, p => p.Id, (row, p) => new { row.Financing, row.Sums, Project = p })
            .Join(db.Units, x => x.Project.UnitId, u => u.Id, (x, u) => new { x.Financing, x.Sums, x.Project, Unit = u })
            .Join(db.Agreements, x => x.Financing.AgreementId, a => a.Id, (x, a) => new { x.Financing, x.Sums, x.Project, x.Unit, Agreement = a })
            .Join(db.Partners, x => x.Agreement.PartnerId, n => n.Id, (x, n) => new
            {
                x.Financing,
                x.Agreement,
                x.Sums,
                x.Project.Code,
                x.Project.Name,
                x.Project.TemplateId,
                x.Project.TemplateVersion,
                x.Project.UnitId,
                Unit = x.Unit.Name,
                x.Unit.Zone,
                Partner = n.ShortName != "" ? n.ShortName : n.Name,
            })
            .ToListAsync(cancellation);
        var contracts = await rows.Of<Financing>().Join(db.Contracts, f => f.Id, c => c.FinancingId, (_, c) => c).PricedAsync(db, cancellation);
        return [.. heads.Select(head => new PortfolioRow
        {
            Standing = FinancingStanding.On(
                head.Zone.Today(clock), head.Financing, head.Agreement, head.Sums, [.. contracts[head.Financing.Id]], templates.Get(head.TemplateId, head.TemplateVersion).Monitoring),
            ProjectCode = head.Code,
            ProjectName = head.Name,
            UnitId = head.UnitId,
            Unit = head.Unit,
            Partner = head.Partner,
        })];
    }
}
