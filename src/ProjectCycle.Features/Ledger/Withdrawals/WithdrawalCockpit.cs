using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Rates;

namespace ProjectCycle.Features.Ledger.Withdrawals;

/// <summary>An application as the cockpit shows it.</summary>
public sealed record WithdrawalRow
{
    public required WithdrawalApplication Application { get; init; }
    public required string ProjectCode { get; init; }
    public required LocalText ProjectName { get; init; }

    /// <summary>Number of the agreement it draws on.</summary>
    public required string Agreement { get; init; }

    /// <summary>Who pays.</summary>
    public required string Donor { get; init; }

    /// <summary>The lines' sum in the application's currency.</summary>
    public required Money Claimed { get; init; }

    /// <summary>The same less what was disallowed.</summary>
    public required Money Approved { get; init; }

    public required Money Paid { get; init; }

    /// <summary>Of the last payment.</summary>
    public required DateOnly? ValueDate { get; init; }

    /// <summary>The day the donor asked for the last time.</summary>
    public required DateOnly? QueriedOn { get; init; }

    /// <summary>Codes of the categories it asks for.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Package numbers of the contracts it claims.</summary>
    public IReadOnlyList<string> Contracts { get; init; } = [];

    public IReadOnlyList<WithdrawalWarning> Warnings { get; init; } = [];

    /// <summary>Days since it came to where it stands.</summary>
    public int DaysInState { get; init; }

    /// <summary>Days from its date until it was over, or until today.</summary>
    public int DaysOpen { get; init; }

    /// <summary>Null once it is over.</summary>
    public WithdrawalWait? Wait => WithdrawalWait.Of(Application);
}

/// <summary>The foot of a list of applications: what was asked for and paid in one currency.</summary>
public sealed record WithdrawalTotal(Money Claimed, Money Approved, Money Paid);

/// <summary>A page of the cockpit with its foot over all pages.</summary>
public sealed record WithdrawalPage(Paged<WithdrawalRow> Rows, IReadOnlyList<WithdrawalTotal> Totals);

/// <summary>
/// One line for each application the person may see, with what it waits for and what asks for a look. A filter by warning reckons the
/// warnings of all applications that still wait for money; every other view only those of its page.
/// </summary>
public sealed class WithdrawalCockpit(AppDbContext db, CurrentUser user, WithdrawalRules rules, RateBooks books, TimeProvider clock)
{
    private readonly WithdrawalPictures _pictures = new(db, books);

    /// <summary>One page: the longest waiting first where only open ones are shown, else the newest.</summary>
    public async Task<WithdrawalPage> PageAsync(WithdrawalFilter filter, CancellationToken cancellation)
    {
        var today = IndonesianZone.Wib.Today(clock);
        var applications = Filtered(filter);
        if (filter.Warning is { } warning)
        {
            var ids = await WarnedAsync(applications, warning, today, cancellation);
            applications = db.Withdrawals.AsNoTracking().Where(a => ids.Contains(a.Id));
        }
        var total = await applications.CountAsync(cancellation);
        var page = Paging.Shown(filter.Page, filter.PageSize, total);
        var ordered = filter.Show == WithdrawalFilter.Open
            ? applications.OrderBy(a => a.StateSince).ThenBy(a => a.Id)
            : applications.OrderByDescending(a => a.On).ThenByDescending(a => a.Id);
        var rows = await RowsAsync(ordered.Skip((page - 1) * filter.PageSize).Take(filter.PageSize), cancellation);
        var shown = rows.Select(row => row.Application.Id).ToList();
        var pictures = await _pictures.LoadAsync(db.Withdrawals.AsNoTracking().Where(a => shown.Contains(a.Id)), today, cancellation);
        var finished = rows.Select(row => Finish(row, pictures[row.Application.Id], today)).ToList();
        return new WithdrawalPage(new Paged<WithdrawalRow>(finished, total, page, filter.PageSize), await TotalsAsync(applications, cancellation));
    }

    /// <summary>One application of a project as the cockpit shows it; null when it is not there or not for this person.</summary>
    public async Task<(WithdrawalRow Row, WithdrawalPicture Picture)?> FindAsync(Guid id, Guid projectId, CancellationToken cancellation)
    {
        var one = Reached().Where(a => a.Id == id && a.ProjectId == projectId);
        if ((await RowsAsync(one, cancellation)).FirstOrDefault() is not { } row)
            return null;
        var today = IndonesianZone.Wib.Today(clock);
        var picture = (await _pictures.LoadAsync(one, today, cancellation))[id];
        return (Finish(row, picture, today), picture);
    }

    /// <summary>The agreements whose applications the person sees, for the filter.</summary>
    public async Task<IReadOnlyList<Choice>> FinancingsAsync(Guid? projectId, CancellationToken cancellation) =>
        await db.Financings.Where(f => (projectId == null || f.ProjectId == projectId) && Reached().Any(a => a.FinancingId == f.Id))
            .Select(f => new { f.Id, Agreement = db.Agreements.First(a => a.Id == f.AgreementId).Number, Project = db.Projects.First(p => p.Id == f.ProjectId).Code })
            .OrderBy(f => f.Project).ThenBy(f => f.Agreement)
            .Select(f => new Choice(f.Id, projectId == null ? f.Project + " · " + f.Agreement : f.Agreement))
            .ToListAsync(cancellation);

    private IQueryable<WithdrawalApplication> Reached() => db.Withdrawals.AsNoTracking().Within(db, user.Scope(Rights.ViewProject));

    private IQueryable<WithdrawalApplication> Filtered(WithdrawalFilter filter)
    {
        var applications = Reached();
        if (filter.ProjectId is { } project)
            applications = applications.Where(a => a.ProjectId == project);
        if (filter.Financing is { } financing)
            applications = applications.Where(a => a.FinancingId == financing);
        if (filter.Search.ToLowerInvariant() is { Length: > 0 } word)
            applications = applications.Where(a => db.Projects.Any(p => p.Id == a.ProjectId && p.SearchText.Contains(word)));
        if (filter.State is { } state)
            applications = applications.Where(a => a.State == state);
        else if (filter.Show == WithdrawalFilter.Open)
            applications = applications.Where(a => !WithdrawalApplication.Over.Contains(a.State));
        return applications;
    }

    /// <summary>Nothing is warned of once the donor has paid: see <see cref="WithdrawalWarnings.Of"/>.</summary>
    private static readonly WithdrawalState[] Settled = [WithdrawalState.Paid, WithdrawalState.Noticed, WithdrawalState.Reconciled, .. WithdrawalApplication.Over];

    private async Task<IReadOnlyList<Guid>> WarnedAsync(IQueryable<WithdrawalApplication> applications, WithdrawalWarningKind warning, DateOnly today, CancellationToken cancellation)
    {
        var pictures = await _pictures.LoadAsync(applications.Where(a => !Settled.Contains(a.State)), today, cancellation);
        return [.. pictures.Where(p => WithdrawalWarnings.Of(p.Value, rules, today).Any(w => w.Kind == warning)).Select(p => p.Key)];
    }

    private Task<List<WithdrawalRow>> RowsAsync(IQueryable<WithdrawalApplication> applications, CancellationToken cancellation) => applications
        .Select(a => new
        {
            Application = a,
            Project = db.Projects.First(p => p.Id == a.ProjectId),
            Agreement = db.Agreements.First(g => db.Financings.Any(f => f.Id == a.FinancingId && f.AgreementId == g.Id)),
            Claimed = db.WithdrawalLines.Where(l => l.ApplicationId == a.Id).Sum(l => l.Claimed),
            Disallowed = db.WithdrawalLines.Where(l => l.ApplicationId == a.Id).Sum(l => l.Disallowed),
            Paid = db.Disbursements.Where(d => d.ApplicationId == a.Id).Sum(d => d.Paid),
            ValueDate = db.Disbursements.Where(d => d.ApplicationId == a.Id && d.ReversesId == null && !db.Disbursements.Any(r => r.ReversesId == d.Id)).Max(d => (DateOnly?)d.ValueDate),
            QueriedOn = db.WithdrawalMoves.Where(m => m.ApplicationId == a.Id && m.To == WithdrawalState.Queried).Max(m => (DateOnly?)m.On),
        })
        .Select(x => new WithdrawalRow
        {
            Application = x.Application,
            ProjectCode = x.Project.Code,
            ProjectName = x.Project.Name,
            Agreement = x.Agreement.Number,
            Donor = db.Partners.First(p => p.Id == x.Agreement.PartnerId).Name,
            Claimed = new Money(x.Claimed, Currencies.All[x.Application.CurrencyCode]),
            Approved = new Money(x.Claimed - x.Disallowed, Currencies.All[x.Application.CurrencyCode]),
            Paid = new Money(x.Paid, Currencies.All[x.Application.CurrencyCode]),
            ValueDate = x.ValueDate,
            QueriedOn = x.QueriedOn,
        })
        .ToListAsync(cancellation);

    private WithdrawalRow Finish(WithdrawalRow row, WithdrawalPicture picture, DateOnly today)
    {
        var application = row.Application;
        var until = application.IsOver ? application.StateSince : today;
        return row with
        {
            Categories = [.. picture.Lines.Select(line => line.Category.Code).Distinct().Order(StringComparer.Ordinal)],
            Contracts = [.. picture.Lines.Select(line => line.Contract?.PackageNumber).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            Warnings = WithdrawalWarnings.Of(picture, rules, today),
            DaysInState = Math.Max(0, today.DayNumber - application.StateSince.DayNumber),
            DaysOpen = Math.Max(0, until.DayNumber - application.On.DayNumber),
        };
    }

    /// <summary>Reckoned by the database over the very rows that are listed.</summary>
    private async Task<IReadOnlyList<WithdrawalTotal>> TotalsAsync(IQueryable<WithdrawalApplication> applications, CancellationToken cancellation)
    {
        var claimed = await applications.Join(db.WithdrawalLines, a => a.Id, l => l.ApplicationId, (a, l) => new { a.CurrencyCode, l.Claimed, l.Disallowed })
            .GroupBy(x => x.CurrencyCode).Select(g => new { g.Key, Claimed = g.Sum(x => x.Claimed), Disallowed = g.Sum(x => x.Disallowed) }).ToListAsync(cancellation);
        var paid = await applications.Join(db.Disbursements, a => a.Id, d => d.ApplicationId, (a, d) => new { a.CurrencyCode, d.Paid })
            .GroupBy(x => x.CurrencyCode).Select(g => new { g.Key, Paid = g.Sum(x => x.Paid) }).ToDictionaryAsync(g => g.Key, g => g.Paid, cancellation);
        return [.. claimed.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new WithdrawalTotal(
            new Money(c.Claimed, Currencies.All[c.Key]),
            new Money(c.Claimed - c.Disallowed, Currencies.All[c.Key]),
            new Money(paid.GetValueOrDefault(c.Key), Currencies.All[c.Key])))];
    }
}
