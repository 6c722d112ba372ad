namespace ProjectCycle.Browser.Tests.Host;

/// <summary>Projects of the demo that tests are about.</summary>
internal static class DemoProject
{
    /// <summary>In implementation, under the KfW template, with money in its ledger and a decision asked for.</summary>
    public const string TalangGulo = "JMB-TPA-TALANGGULO";

    /// <summary>In appraisal, under the KfW template; its gate waits for an upload, a check, an amount and two decisions.</summary>
    public const string WasteSorting = "JMB-PILAH-CONTOH";

    /// <summary>In implementation.</summary>
    public const string SlumUpgrading = "JMB-KUMUH-UNHABITAT";

    /// <summary>In negotiation.</summary>
    public const string Wastewater = "JMB-IPAL-TIMUR";
}
