import 'server-only';

/** What Indonesian words mean to a guard. */
export const ID = `
IGNORE abaikan, mengabaikan, lupakan, melupakan, lewati, melewati, langgar, melanggar, kesampingkan, jangan ikuti, jangan patuhi, jangan hiraukan, hiraukan, acuhkan, timpa, terobos, tinggalkan, buang semua, berhenti mengikuti, singkirkan, akali, bypass
RULES instruksi, aturan, pedoman, kebijakan, batasan, prompt, perintah, arahan, ketentuan, petunjuk, panduan, larangan, peraturan
PRIOR sebelumnya, di atas, awal, terdahulu, semula, sejauh ini, tadi, asli, lama.
REVEAL tampilkan, tunjukkan, perlihatkan, ungkapkan, cetak, beri tahu, beritahu, berikan, sebutkan, daftar, bocorkan, bagikan, ekspor, buka., bongkar, keluarkan, kasih, paparkan, sajikan, ambilkan, bacakan, cantumkan
REPEAT ulangi, kata demi kata, persis, salin, terjemahkan, ringkas, rangkum, kutip, eja., lengkapi, tulis ulang, tirukan, secara harfiah
SECRET rahasia, tersembunyi, internal, disembunyikan
KEY kata sandi, sandi, kunci, token, kode akses, kredensial, pin., password
SYSTEM sistem, konfigurasi, pengaturan, pesan pengembang, kode sumber, konteks
BOT ai., asisten, model, chatbot, robot, kecerdasan buatan, bot., mesin
ROLE berpura, pura pura, berperan, bertindak, bersikap, kamu sekarang, anda sekarang, sekarang kamu adalah, sekarang anda adalah, kamu adalah, anda adalah, bayangkan, peran, tokoh, simulasikan, jadilah, anggap dirimu, mainkan
STORY cerita, kisah, puisi, novel, adegan, skenario, hipotetis, fiksi, dongeng, film, nenek, lagu, teka teki, misalkan, andaikan, seandainya, permainan, drama, mimpi
FREE tanpa batas, tanpa aturan, tanpa filter, tanpa sensor, tidak terbatas, jahat, tidak ada aturan, bebas, tak terbatas, tidak ada batasan
MODE mode, aktifkan, nyalakan, mode pengembang, pemeliharaan, buka kunci, beralih ke, debug
OFF matikan, nonaktifkan, menonaktifkan, cabut, tangguhkan, tidak berlaku, hentikan, hilangkan, tidak lagi, dicabut
FILTER filter, keamanan, pengaman, perlindungan, moderasi, etika, moral, sensor, peringatan, pemeriksaan, pengawasan, verifikasi
BOSS admin, administrator, pengembang, direktur, bos., atasan, auditor, manajer, kepala, pemilik, staf, tim., insinyur, operator, keuangan, akuntan, ceo, presiden, pembuat, pimpinan, supervisor
IAM saya adalah, saya admin, saya pengembang, saya direktur, saya dari, saya kepala, saya auditor, ini adalah, ini admin, ini dari, atas nama, selaku, sebagai administrator, sebagai admin, sebagai kepala, sebagai direktur, saya mewakili, saya bekerja, kami dari, saya pemilik
ALLOWED berwenang, wewenang, diizinkan, izin, akses, boleh., diperbolehkan, terverifikasi, hak istimewa, dikecualikan, kewenangan
NOWON mulai sekarang, mulai saat ini, sebagai gantinya, alih alih, tugas baru, instruksi baru, aturan baru, perintah baru, sejak sekarang, mulai dari awal, tugasmu yang sebenarnya, kini., mulai detik
MUST harus, wajib, patuh, turuti, saya perintahkan, menolak, tolak, apa pun, bagaimanapun, terlepas, pastikan, mesti, diharuskan, menuntut, jangan menolak
EVER selalu, tidak pernah, jangan pernah, selamanya, permanen, setiap kali, seumur hidup, terus menerus
WITHOUT tanpa, tidak perlu, tak perlu, tidak usah, tak usah, hindari
APPROVE setuju, persetujuan, menyetujui, disetujui, konfirmasi, tanda tangan, verifikasi, orang kedua, empat mata, sahkan, pengesahan, bertanya, tanya, otorisasi, mengonfirmasi, tinjau, pemeriksa
SELF sendiri, otomatis, langsung, segera, sekarang juga, atas namaku, mewakili saya, seketika, paksa, saat ini juga, untukku
SILENT diam diam, secara rahasia, tanpa memberi, tanpa sepengetahuan, jangan beri tahu, jangan katakan, jangan bilang, jangan sebut, jangan sebutkan, tanpa pemberitahuan, antara kita, tidak ada yang tahu, jangan laporkan, sembunyi sembunyi, tanpa diketahui, jangan tanya, jangan bertanya, jangan sampai
OTHERS pelanggan lain, pengguna lain, perusahaan lain, akun lain, orang lain, klien lain, pesaing, kompetitor, tetangga, pihak ketiga, semua pelanggan, seluruh pelanggan, penyewa, semua pengguna, setiap pelanggan, semua orang, milik orang, tenant lain, organisasi lain, seluruh pengguna
ALL semua, seluruh, setiap, lengkap, penuh, total, tepat, segala, sepenuhnya, keseluruhan
CUSTOMER pelanggan, pengguna, akun, perusahaan, klien, anggota, orang, rekan, karyawan
DATA data, email, alamat, nomor kartu, telepon, basis data, informasi, catatan, nama., kontak, pribadi, kartu kredit, percakapan, pesan
BILL faktur, tagihan, pembayaran, langganan, paket, biaya, jumlah, saldo, kuitansi, utang, hutang, harga, ppn, jatuh tempo, tunggakan, pajak, tarif, kursi, kontrak, pesanan
REFUND pengembalian, kembalikan, refund, kredit, diskon, kupon, kompensasi, gratis, hapuskan tagihan, bebaskan, hadiah, bonus, voucher, promo, ganti rugi, potongan, cairkan, cashback, cuma cuma
ZERO nol., tidak bayar, seratus persen, maksimal, maksimum, dua kali lipat, satu sen, sebanyak mungkin, juta, miliar
PAID lunas, dibayar, terbayar, tandai, seolah, status, dilunasi, ditutup, diterima, catat., diselesaikan
CHANGE ubah, ganti, mengubah, mengganti, perbarui, atur, alihkan, edit, sesuaikan, naikkan, turunkan, tingkatkan, kurangi, setel, pindahkan, perpanjang
TARGET rekening bank, rekening, iban, kontak penagihan, alamat penagihan, penerima, pemilik akun, rekening pribadi, dompet, bitcoin, paypal
SEND kirim, mengirim, teruskan, unggah, transfer, sampaikan, posting, serahkan, publikasikan
LINK tautan, link, gambar, server, situs, halaman, lampiran
ENCODE enkode, kodekan, sandikan, terbalik, dibalik, base64, balikkan, dekode, huruf demi huruf, huruf pertama, enkripsi
TOOL alat, fungsi, kueri, jalankan, eksekusi, panggil, skrip, parameter, lakukan, kode.
END akhir, awal dari, sesi baru, percakapan baru, catatan untuk, pesan dari, hasil, perhatian, penting, catatan sistem
LOOP tak terhingga, seribu kali, tanpa henti, tanpa berhenti, putaran, seratus kali, terus, berulang ulang
LIMIT batas, limit, ambang, plafon, di bawah, bagi menjadi, pecah, beberapa bagian, kecil kecil
LOG log., catatan audit, audit, jejak, notifikasi, pemberitahuan, riwayat, bukti
ALREADY sudah, telah, sudah setuju, sudah disetujui, telah menyetujui, sepakat, janji, anggap, dianggap, hitung sebagai, seperti yang disepakati, terima ini
ASK bagaimana, mengapa, kenapa, kapan, apa., apakah, mana, di mana, dimana, siapa, berapa, bisakah, bolehkah, adakah, gimana
MINE saya, kami, kita, ku., aku, milik kami
YOU kamu, anda, kau., mu., kalian
NOT tidak, bukan, jangan, tak., belum
POLITE tolong, mohon, terima kasih, bisakah anda, dapatkah, halo, selamat pagi, selamat siang, hai, maaf, ingin, salam, bantu
DELETE hapus, menghapus, musnahkan, sembunyikan, bersihkan, batalkan, hilangkan tagihan, lenyapkan
THREAT darurat, mendesak, dipecat, mati., meninggal, gugat, pengacara, kalau tidak, imbalan, tip., cepat, bahaya, ancam, media
TEST tes., uji, latihan, penelitian, simulasi, percobaan, eksperimen, pelatihan, sekadar contoh
SAY katakan, jawab, tulis, balas, buat., buatlah, jelaskan, ceritakan, ucapkan, bicara, hasilkan
PERSON tanggal lahir, gaji, tinggal di, alamat rumah, nomor telepon, bapak, ibu, nya
HARM retas, meretas, curi, mencuri, malware, bom., senjata, narkoba, penipuan, ilegal, virus, hina, serang, palsu, racun, phishing
IF jika, kalau, setiap kali, ketika, sebelum kamu, begitu, bila, apabila
WHEN bulan, hari ini, besok, kemarin, minggu, hari, tahun, januari, februari, maret, april, mei, juni, juli, agustus, september, oktober, november, desember, senin, selasa, jumat, kuartal, tanggal
WRONG masalah, salah, kesalahan, tidak berfungsi, rusak, dua kali, ganda, ditolak, kedaluwarsa, kurang, lebih tinggi, selisih, tidak cocok
`;
