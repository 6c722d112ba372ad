namespace ProjectCycle.Domain.Monitoring;

/// <summary>
/// Earned value of a works contract (domain.md 3.5) [K, the standard formulas]. All in minor units of one currency, exact; results may
/// have fractions of them. Null is n/a.
/// </summary>
/// <param name="Bac">Budget at completion.</param>
/// <param name="PVe">Planned value: not PV, which is Progres Varian here.</param>
/// <param name="Ev">Earned value.</param>
/// <param name="Ac">Actual cost.</param>
public sealed record EarnedValue(long Bac, long PVe, long Ev, long Ac)
{
    /// <summary>Schedule variance: below zero is late.</summary>
    public long Sv => checked(Ev - PVe);

    /// <summary>Schedule performance index; null before anything was planned.</summary>
    public decimal? Spi => Ratio.Of(Ev, PVe);

    /// <summary>Cost variance: below zero is dear.</summary>
    public long Cv => checked(Ev - Ac);

    /// <summary>Cost performance index; null before anything was spent.</summary>
    public decimal? Cpi => Ratio.Of(Ev, Ac);

    /// <summary>Estimate at completion: BAC / CPI.</summary>
    public decimal? Eac => Cpi is { } cpi ? Ratio.Of(Bac, cpi) : null;

    /// <summary>Estimate to complete: EAC - AC.</summary>
    public decimal? Etc => Eac - Ac;

    /// <summary>Variance at completion: BAC - EAC.</summary>
    public decimal? Vac => Bac - Eac;

    /// <summary>To-complete performance index: (BAC - EV) / (BAC - AC); null when the budget is spent.</summary>
    public decimal? Tcpi => Ratio.Of((decimal)Bac - Ev, (decimal)Bac - Ac);
}
