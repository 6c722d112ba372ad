using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Domain.Money;

namespace ProjectCycle.Data.Rates;

internal sealed class ExchangeRateConfiguration : IEntityTypeConfiguration<ExchangeRate>
{
    public void Configure(EntityTypeBuilder<ExchangeRate> rate)
    {
        rate.ToTable("ExchangeRates");
        rate.Property(r => r.FromCode).HasMaxLength(3);
        rate.Property(r => r.ToCode).HasMaxLength(3);
        rate.Property(r => r.Rate).HasPrecision(24, 10);
        rate.Property(r => r.Source).HasMaxLength(200);
        rate.Ignore(r => r.Quote);
        rate.HasIndex(r => new { r.Type, r.FromCode, r.ToCode, r.On }).IsUnique();
    }
}
