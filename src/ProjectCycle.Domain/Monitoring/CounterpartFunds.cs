namespace ProjectCycle.Domain.Monitoring;

/// <summary>Counterpart funds (dana pendamping) of a period (domain.md 4.4); missing ones stop execution [S:id-bisnis].</summary>
/// <param name="Realised">Minor units of one currency.</param>
/// <param name="Due">For the period, in the same currency.</param>
public sealed record CounterpartFunds(long Realised, long Due)
{
    /// <summary>Realised over due; null when nothing was due.</summary>
    public decimal? Share => Ratio.Of(Realised, Due);

    /// <summary>True below <see cref="MonitoringRules.CounterpartShort"/>; false when nothing was due.</summary>
    public bool IsShort(MonitoringRules rules) => Share < rules.CounterpartShort;
}
