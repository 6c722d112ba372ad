using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Domain.Partners;

namespace ProjectCycle.Data.Partners;

internal sealed class PartnerConfiguration : IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Partner> partner)
    {
        partner.ToTable("Partners");
        partner.Property(p => p.Name).HasMaxLength(200);
        partner.Property(p => p.ShortName).HasMaxLength(60);
        partner.Property(p => p.CountryCode).HasMaxLength(2);
        partner.Property(p => p.Website).HasMaxLength(300);
        partner.HasIndex(p => p.Name).IsUnique();
        partner.HasIndex(p => new { p.Kind, p.Name });
    }
}

internal sealed class AgreementConfiguration : IEntityTypeConfiguration<Agreement>
{
    public void Configure(EntityTypeBuilder<Agreement> agreement)
    {
        agreement.ToTable("Agreements");
        agreement.Property(a => a.Number).HasMaxLength(80);
        agreement.Property(a => a.Title).HasMaxLength(300);
        agreement.HasOne<Partner>().WithMany().HasForeignKey(a => a.PartnerId).OnDelete(DeleteBehavior.Restrict);
        agreement.HasIndex(a => a.Number).IsUnique();
    }
}
