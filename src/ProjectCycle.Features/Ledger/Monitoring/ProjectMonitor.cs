using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Features.Ledger.Monitoring;

/// <summary>The ratings of one scale, the latest first.</summary>
public sealed record RatingHistory(RatingScale Scale, IReadOnlyList<ProjectRating> Ratings)
{
    /// <summary>The one that holds; null while there is none.</summary>
    public ProjectRating? Latest => Ratings.Count > 0 ? Ratings[0] : null;
}

/// <summary>An indicator of ADB's rating with the number it rests on.</summary>
/// <param name="Share">Actual over projected; null for what is graded by hand, and where it is n/a.</param>
public sealed record PprLine(PprIndicator Indicator, decimal? Share, Light? Light);

/// <summary>What the numbers and ratings of one financing say on a day (domain.md 3).</summary>
public sealed record FinancingMonitor
{
    public required FinancingStanding Standing { get; init; }
    public required FinancingPlans Plans { get; init; }
    public required ImpliedNeeds Needs { get; init; }

    /// <summary>The fiscal year the ratios of periods are of.</summary>
    public required DateOnly YearFrom { get; init; }

    /// <summary>World Bank: disbursed in the fiscal year over what was undisbursed when it began; null where it began before the agreement took effect.</summary>
    public required decimal? YearDisbursement { get; init; }

    /// <summary>Contract award ratio: awarded in the fiscal year over what was not contracted when it began, newly effective amounts added.</summary>
    public required decimal? YearAwards { get; init; }

    /// <summary>By scale.</summary>
    public required IReadOnlyList<RatingHistory> Ratings { get; init; }

    public required IReadOnlyList<PprLine> PprLines { get; init; }

    /// <summary>ADB's overall; null when no indicator is known.</summary>
    public required PprRating? Ppr { get; init; }

    /// <summary>KfW's overall; null until all six are graded.</summary>
    public required KfwRating? Kfw { get; init; }

    /// <summary>A problem project by the World Bank's ratings; null while that cannot be said.</summary>
    public required bool? IsProblem { get; init; }

    /// <summary>Work done over time elapsed [product], for the light of the physical side.</summary>
    public required decimal? PhysicalOverTime { get; init; }

    /// <summary>The sides of this financing that have a light.</summary>
    public required IReadOnlyDictionary<HealthAspect, Light> Lights { get; init; }

    /// <summary>The rating of a scale that holds.</summary>
    public ProjectRating? Latest(RatingScale scale) => Ratings.FirstOrDefault(history => history.Scale == scale)?.Latest;
}

/// <summary>The light by the numbers beside the manager's own.</summary>
/// <param name="Lights">Of each side that has one.</param>
/// <param name="Own">The manager's latest; null while nobody has stated one.</param>
public sealed record ProjectLights(IReadOnlyDictionary<HealthAspect, Light> Lights, ProjectRating? Own)
{
    public CompositeHealth Computed { get; } = CompositeHealth.Of(Lights);

    /// <summary>The manager's own light.</summary>
    public Light? OwnLight => Own is not null && Enum.TryParse<Light>(Own.GradeOf(RatingCriteria.Overall), out var light) ? light : null;

    public bool Disagree => Computed.DisagreesWith(OwnLight);
}

/// <summary>Reads what the numbers and ratings of a project's money say: as many queries however many rows there are.</summary>
public sealed class ProjectMonitor(MoneyOverview overview, ProjectionList plans, MoneyRows rows)
{
    private static readonly string[] Covenants = [nameof(PprIndicator.FinancialManagement), nameof(PprIndicator.Safeguards), "Environment"];

    /// <summary>Each financing within the person's reach, the leading one first.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="today">The unit's business date.</param>
    /// <param name="rules">Of the project's template.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyList<FinancingMonitor>> LoadAsync(Guid projectId, DateOnly today, MonitoringRules rules, CancellationToken cancellation)
    {
        var standings = await overview.LoadAsync(projectId, today, rules, cancellation);
        var planned = (await plans.LoadAsync(projectId, today, cancellation)).ToDictionary(one => one.Of.Financing.Id);
        var changes = (await rows.Of<AmountChange>().Where(c => c.ProjectId == projectId).ToListAsync(cancellation)).ToLookup(c => c.FinancingId);
        var ratings = await RatingsAsync(projectId, today, cancellation);
        return [.. standings.Where(s => planned.ContainsKey(s.Financing.Id)).Select(s => Of(s, planned[s.Financing.Id], [.. changes[s.Financing.Id]], ratings[s.Financing.Id], today, rules))];
    }

    /// <summary>How the money of a project stands with the lights alone: three queries.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="today">The unit's business date.</param>
    /// <param name="rules">Of the project's template.</param>
    /// <param name="deadlines">The light by deadlines and time in the stage; null once the project has ended.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<(IReadOnlyList<FinancingStanding> Standings, ProjectLights Lights)> GlanceAsync(
        Guid projectId, DateOnly today, MonitoringRules rules, Light? deadlines, CancellationToken cancellation)
    {
        var standings = await overview.LoadAsync(projectId, today, rules, cancellation);
        var ratings = await RatingsAsync(projectId, today, cancellation);
        var histories = standings.ToDictionary(s => s.Financing.Id, s => Histories(ratings[s.Financing.Id]));
        return (standings, Together(
            standings.Select(s => Lights(s, OverTime(s), histories[s.Financing.Id], rules)), histories.Values.Select(own => Latest(own, RatingScale.Own)), deadlines));
    }

    /// <summary>The worst of each side over all financings, with the project's deadlines, beside the manager's own light.</summary>
    /// <param name="all">Of <see cref="LoadAsync"/>.</param>
    /// <param name="deadlines">The light by deadlines and time in the stage; null once the project has ended.</param>
    public static ProjectLights Lights(IReadOnlyList<FinancingMonitor> all, Light? deadlines) =>
        Together(all.Select(one => one.Lights), all.Select(one => one.Latest(RatingScale.Own)), deadlines);

    private static ProjectLights Together(IEnumerable<IReadOnlyDictionary<HealthAspect, Light>> all, IEnumerable<ProjectRating?> own, Light? deadlines)
    {
        var lights = all.SelectMany(one => one).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Max(pair => pair.Value));
        if (deadlines is { } light)
            lights[HealthAspect.Deadlines] = light;
        return new ProjectLights(lights, own.OfType<ProjectRating>().MaxBy(rating => rating.On));
    }

    private async Task<ILookup<Guid, ProjectRating>> RatingsAsync(Guid projectId, DateOnly today, CancellationToken cancellation)
    {
        var ratings = await rows.Of<ProjectRating>().Where(r => r.ProjectId == projectId && r.On <= today).Include(r => r.Grades).AsSingleQuery().ToListAsync(cancellation);
        return ratings.ToLookup(r => r.FinancingId);
    }

    private static List<RatingHistory> Histories(IEnumerable<ProjectRating> ratings) =>
        [.. ratings.GroupBy(r => r.Scale).OrderBy(g => g.Key).Select(g => new RatingHistory(g.Key, [.. g.OrderByDescending(r => r.On).ThenByDescending(r => r.Id)]))];

    /// <summary>Work done over time elapsed [product]; null before it is effective and without contracts.</summary>
    private static decimal? OverTime(FinancingStanding standing)
    {
        var time = standing.Performance.Time;
        return standing.Physical.Share is { } share && time.Status != LoanStatus.NotEffective && time.Current is { } current ? Ratio.Of(share, current) : null;
    }

    private static FinancingMonitor Of(
        FinancingStanding standing, FinancingPlans plans, IReadOnlyList<AmountChange> changes, IEnumerable<ProjectRating> ratings, DateOnly today, MonitoringRules rules)
    {
        var financing = standing.Financing;
        var histories = Histories(ratings);
        var physical = OverTime(standing);
        var lines = PprLines(plans, physical, histories, rules);
        var facts = new LoanFacts(financing.EffectiveOn, financing.ClosingOn, financing.OriginalClosingOn, standing.Sums.Net, standing.Sums.Disbursed);
        var yearFrom = new FiscalYear(rules.FiscalYearFrom).BeginOf(today);
        var netAtStart = financing.MinorUnits + changes.Where(c => c.On < yearFrom).Sum(c => c.Kind == AmountChangeKind.Addition ? c.MinorUnits : -c.MinorUnits);
        return new FinancingMonitor
        {
            Standing = standing,
            Plans = plans,
            Needs = ImpliedNeeds.On(today, facts, Between(plans.Disbursement, today.AddYears(-1), today), rules),
            YearFrom = yearFrom,
            YearDisbursement = financing.EffectiveOn < yearFrom
                ? Ratio.OfOpenAmount(Between(plans.Disbursement, yearFrom.AddDays(-1), today), netAtStart - plans.Disbursement.ActualOn(yearFrom.AddDays(-1)))
                : null,
            YearAwards = financing.EffectiveOn <= today ? YearAwards(financing, plans.Awards, yearFrom, today, netAtStart, standing.Sums.Net) : null,
            Ratings = histories,
            PprLines = lines,
            Ppr = PprRating.Of(lines.Where(line => line.Light is not null).ToDictionary(line => line.Indicator, line => line.Light!.Value), rules),
            Kfw = Kfw(histories),
            IsProblem = ProblemProject.Of(Isr(histories, RatingCriteria.Objective), Isr(histories, RatingCriteria.Implementation)),
            PhysicalOverTime = physical,
            Lights = Lights(standing, physical, histories, rules),
        };
    }

    /// <summary>After the one day, up to the other.</summary>
    private static long Between(PlanCurve plan, DateOnly after, DateOnly until) => plan.ActualOn(until) - plan.ActualOn(after);

    private static decimal? YearAwards(Financing financing, PlanCurve awards, DateOnly yearFrom, DateOnly today, long netAtStart, long net)
    {
        var isNew = financing.EffectiveOn >= yearFrom;
        var before = awards.ActualOn(yearFrom.AddDays(-1));
        return Ratio.OfOpenAmount(Between(awards, yearFrom.AddDays(-1), today), isNew ? 0 : netAtStart - before, isNew ? net - before : 0);
    }

    private static List<PprLine> PprLines(FinancingPlans plans, decimal? physical, List<RatingHistory> histories, MonitoringRules rules) =>
    [
        new(PprIndicator.Technical, physical, PprRating.LightOf(physical, rules)),
        new(PprIndicator.ContractAwards, plans.Awards.Achieved, PprRating.LightOf(plans.Awards.Achieved, rules)),
        new(PprIndicator.Disbursement, plans.Disbursement.Achieved, PprRating.LightOf(plans.Disbursement.Achieved, rules)),
        new(PprIndicator.FinancialManagement, null, Graded(histories, nameof(PprIndicator.FinancialManagement))),
        new(PprIndicator.Safeguards, null, Graded(histories, nameof(PprIndicator.Safeguards))),
    ];

    private static ProjectRating? Latest(List<RatingHistory> histories, RatingScale scale) => histories.Find(history => history.Scale == scale)?.Latest;

    private static Light? Graded(List<RatingHistory> histories, string criterion) =>
        Enum.TryParse<Light>(Latest(histories, RatingScale.Adb)?.GradeOf(criterion), out var light) ? light : null;

    private static IsrRating? Isr(List<RatingHistory> histories, string criterion) =>
        Enum.TryParse<IsrRating>(Latest(histories, RatingScale.WorldBank)?.GradeOf(criterion), out var grade) ? grade : null;

    private static KfwRating? Kfw(List<RatingHistory> histories)
    {
        if (Latest(histories, RatingScale.Kfw) is not { } rating)
            return null;
        var grades = rating.Grades.ToDictionary(g => Enum.Parse<DacCriterion>(g.Criterion), g => int.Parse(g.Grade, CultureInfo.InvariantCulture));
        var weights = rating.Grades.Any(g => g.Weight is not null) ? rating.Grades.ToDictionary(g => Enum.Parse<DacCriterion>(g.Criterion), g => g.Weight ?? 0) : null;
        return KfwRating.Of(grades, weights);
    }

    private static Dictionary<HealthAspect, Light> Lights(FinancingStanding standing, decimal? physical, List<RatingHistory> histories, MonitoringRules rules)
    {
        var lights = new Dictionary<HealthAspect, Light>();
        if (standing.Light is { } money)
            lights[HealthAspect.Money] = money;
        if (PprRating.LightOf(physical, rules) is { } work)
            lights[HealthAspect.Physical] = work;
        var covenants = Covenants.Select(criterion => Graded(histories, criterion)).Concat(Covenants.Select(criterion => LightOf(Isr(histories, criterion)))).OfType<Light>().ToList();
        if (covenants.Count > 0)
            lights[HealthAspect.Covenants] = covenants.Max();
        return lights;
    }

    /// <summary>MS and better is success [S:wb-ieg]; one grade below asks for attention, the rest is a risk [product].</summary>
    private static Light? LightOf(IsrRating? grade) => grade switch
    {
        null => null,
        <= IsrRating.ModeratelySatisfactory => Light.OnTrack,
        IsrRating.ModeratelyUnsatisfactory => Light.ForAttention,
        _ => Light.AtRisk,
    };
}
