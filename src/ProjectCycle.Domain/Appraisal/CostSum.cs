namespace ProjectCycle.Domain.Appraisal;

/// <summary>What activities cost in one currency: amounts of different currencies are never added.</summary>
/// <param name="Partner">Paid by the partner.</param>
/// <param name="Counterpart">Paid by the region.</param>
public sealed record CostSum(Money.Money Partner, Money.Money Counterpart)
{
    public Money.Money Total => Partner with { MinorUnits = checked(Partner.MinorUnits + Counterpart.MinorUnits) };

    /// <summary>One sum for each currency, by its code; a source that pays nothing in it counts zero.</summary>
    public static IReadOnlyList<CostSum> Of(IEnumerable<ProjectActivity> activities)
    {
        var costs = activities.SelectMany(a => new[] { (IsPartner: true, Cost: a.PartnerCost), (IsPartner: false, Cost: a.CounterpartCost) })
            .Where(c => c.Cost is not null).Select(c => (c.IsPartner, Cost: c.Cost!.Value)).ToList();
        return [.. costs.GroupBy(c => c.Cost.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal).Select(group => new CostSum(
            new Money.Money(group.Where(c => c.IsPartner).Sum(c => c.Cost.MinorUnits), group.Key),
            new Money.Money(group.Where(c => !c.IsPartner).Sum(c => c.Cost.MinorUnits), group.Key)))];
    }
}
